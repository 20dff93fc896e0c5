/**
 * Settings as a file that another shop can take: the tree of texts that a file consists of, how it
 * is written, and what is different between two of them. What each kind of setting puts into it is
 * the screens' matter.
 */
package org.postpurchase.portable;
