/**
 * The prices of work in the sandbox, the budget that pays them, and the errors that end what cannot go on.
 *
 * <pre>
 *   Prices ── units of fuel, bytes ──▶ Budget.charge, allocate ── all is spent ──▶ LimitExceeded: ends the event
 *                                                                                   LuaFault: a script can catch it
 * </pre>
 *
 * <p>Internal: public for the packages of the sandbox above it, and for nobody else ({@code BoundariesTest}). It knows
 * nothing of the machine, so that work on text and scripts can be charged below it.
 *
 * <p>Decisions:
 *
 * <ul>
 *   <li>2026-11: the budget is a class with open fields and final methods, not an interface: the interpreter subtracts
 *       from {@code fuel} with each instruction, and a call there would be felt.
 *   <li>2026-11: all prices are on one page, those of tables and state as well, so that they can be compared.
 * </ul>
 */
package org.cometkv.aso.lua.metering;
