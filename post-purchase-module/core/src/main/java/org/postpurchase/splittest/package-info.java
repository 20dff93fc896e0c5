/**
 * Which of two to four wordings of a step brings more: who gets which, and what can be said about
 * it.
 */
package org.postpurchase.splittest;
