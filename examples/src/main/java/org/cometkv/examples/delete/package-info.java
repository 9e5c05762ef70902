/**
 * Assured delete: a value that is surely gone once its writer said so.
 *
 * <p><b>What it is for.</b> The remove of a store is acknowledged by a majority and leaves a tombstone; a copy on a
 * node that is cut off can still be read by those who are cut off with it, for as long as that lasts. Here the time
 * has an end, and the writer sees who erased the value.
 *
 * <p><b>How it works.</b> The object holds the hash of a word. An update with the word erases the value at every
 * owner; what stays is the word and a receipt. At each tick a copy asks all neighbors of the key and tells them the
 * word, if it has it: a copy that missed the update erases the value then, and answers with the word, which goes into
 * the receipt. A copy that hears for {@code lease} seconds of fewer copies than make a majority with it erases the
 * value by itself. Two majorities of {@code replicas} copies have one in common: so once the update is acknowledged,
 * each copy hears of it, or its lease ends. After {@code grace} seconds the receipts end too.
 *
 * <p><b>What it does not promise.</b> A majority that is away for longer than the lease takes the value with it: the
 * lease is a choice between two losses. Until it ends, a copy that is cut off can be read by those beside it. The clock
 * of a node decides when its lease ends. A host can keep what it once stored: encrypt the value, and the key is what is
 * erased here. Read answers are not called back.
 */
package org.cometkv.examples.delete;
