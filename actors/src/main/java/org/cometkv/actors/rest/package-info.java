/**
 * Objects at rest: the image of an object that sleeps, and the notes of its host that an image does not hold.
 *
 * <pre>
 *   RestingImage ── StorageCodec (wire): version, CRC-32C, the image's fields
 *        └ ObjectNotes: usage, standing, send budget, log, what was taken back
 * </pre>
 *
 * <p>Decisions. 2026-12-01: one record for memory and disk; in memory the script stays outside of it, because a million
 * objects share one.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.rest;
