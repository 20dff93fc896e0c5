/**
 * What comes with time: birthdays, anniversaries, people who are silent, and goods that run out. A
 * row says when somebody is to be looked at next, so that nobody is looked for among everybody.
 */
package org.postpurchase.occasion;
