/**
 * The seams in production: Pekko's scheduler, Artery, Pekko Cluster and SecureRandom, each behind one class.
 *
 * <pre>
 *   PekkoClock ──▷ seam.Clock     ArteryNetwork ──▷ seam.Network     ClusterMembers ──▷ seam.Members
 *   SecureChance ──▷ seam.Chance
 * </pre>
 *
 * <p>Decisions. 2026-11-30: Pekko Cluster is imported by one class here and nowhere else; a test holds that.
 *
 * <p>Everything here is non-null.
 */
package org.cometkv.actors.pekko;
