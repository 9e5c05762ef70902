/**
 * The sandbox: an interpreter of our own over LuaJ's compiler, strings and numbers, its libraries and its codec.
 *
 * <p>The only package that imports LuaJ.
 */
package org.cometkv.aso.lua;
