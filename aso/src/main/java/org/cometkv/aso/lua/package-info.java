/**
 * The sandbox: an interpreter of our own over LuaJ's compiler, strings and numbers, its libraries and its codec.
 *
 * <pre>
 *   Sandbox ── compiles once (Programs) ──▶ Instance ── create, restore, handle ──▶ Step: Ended, Yielded, Waiting
 *                                              │
 *   Scratch ── lends an EventRun: frames, Meter, Journal
 *                                              │
 *   EventCalls ▶ CallOps, Interpreter.loop ▶ IndexOps, ArithmeticOps, ComparisonOps, libraries (in Libraries;
 *                                              │                   BuiltinCall.invoke calls back)
 *   at the end: ValueBridge out, CommitWalk over what was attached, PolicyReader, LiveSize; or Journal.rollBack
 *
 *   Below the machine, each knowing only those after it: script (text to program), text (bytes and numbers),
 *   metering (prices, budget, errors).
 * </pre>
 *
 * <p>The threats, and what holds each. {@code hostile/…} is a folder of scripts, one attack a file, that {@code
 * HostileTest} runs; for every one of them it also checks that a neighbour object still works at its usual price, that
 * no thread is left, that the heap is back, and that the object is as it was before.
 *
 * <table>
 * <caption>Threats</caption>
 * <tr><td>loops without end, of every form<td>{@code hostile/loops}, {@code LimitsTest}, {@code YieldTest}
 * <tr><td>library work that is a product of its inputs<td>{@code hostile/library-work}, {@code PatternMatcherTest}
 * <tr><td>odd arguments of library functions<td>{@code LibraryFuzzTest}
 * <tr><td>more memory than paid<td>{@code hostile/allocation}, {@code LimitsTest}
 * <tr><td>recursion on the Java stack<td>{@code hostile/recursion}, {@code WaitingTest}
 * <tr><td>keys of equal hashes<td>{@code hostile/hash-flood}, {@code TablePropertyTest}
 * <tr><td>scripts that the compiler chokes on or misreads<td>{@code hostile/parser}, {@code SyntaxTest}, {@code
 *     MutatedScriptsTest}
 * <tr><td>byte code<td>{@code hostile/bytecode}
 * <tr><td>changes to what objects share<td>{@code hostile/poisoning}
 * <tr><td>the host: files, classes, debugging, loading<td>{@code hostile/forbidden}
 * <tr><td>threads by coroutines<td>{@code hostile/coroutines}
 * <tr><td>limits caught or outlived<td>{@code hostile/pcall}, {@code UndoTest}
 * <tr><td>answers that are cyclic, deep, huge or explode<td>{@code hostile/results}
 * <tr><td>state that is too large, left half changed, or not restored<td>{@code hostile/state}, {@code
 *     UndoEveryUnitTest}, {@code StateCodecTest}
 * <tr><td>a copy that behaves otherwise, or a body that does on another node<td>{@code RestoredCopyTest}, {@code
 *     ChunkBodyTest}
 * <tr><td>what others change while an event waits<td>{@code hostile/waits}, {@code MovedWaitTest}
 * <tr><td>effects unpaid or kept after a failure<td>{@code hostile/effects}, {@code LimitsTest}
 * <tr><td>damaged or forged states<td>{@code DamagedStateTest}, {@code DecoderAllocationTest}
 * <tr><td>numbers as text: slow, or not as Lua's<td>{@code FormatDirectiveTest}, {@code NumbersTest}, {@code
 *     ReferenceTest}
 * </table>
 *
 * <p>It and those below it are the only packages that import LuaJ. Decisions:
 *
 * <ul>
 *   <li>2026-11: frames are on the heap and nothing recurses on the Java stack, so that an event can wait and yield
 *       anywhere.
 *   <li>2026-11: no charge depends on a pool, an array's length or a hash seed: the same event on the same state costs
 *       the same.
 *   <li>2026-11: tables keep dead slots while a traversal may go on from them; the end of an event forgets their keys.
 *   <li>2026-11: a state names functions and frozen tables by the order in which the chunk makes them, because it runs
 *       first.
 *   <li>2026-11: frames, tables, calls and libraries are one package, because they write each other's fields; what
 *       touches none of them is in the packages below.
 * </ul>
 */
package org.cometkv.aso.lua;
