/**
 * What a series asks staff to do for a person, such as a call or a hand-written note: a channel
 * whose messages are tasks, a queue of them, and their outcomes as moments on which series branch.
 */
package org.postpurchase.task;
