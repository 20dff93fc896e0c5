package org.postpurchase.broadleaf.canary;

/** Stands for any class of the adapter. */
public final class Host {}
