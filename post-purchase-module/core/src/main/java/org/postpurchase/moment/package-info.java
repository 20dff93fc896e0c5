/**
 * What happened to people, as series hear of it: the value, the door through which every feature
 * reports it, and what messages may say about it. Knows no feature.
 */
package org.postpurchase.moment;
