package org.postpurchase.outbox.jdbc;

public final class ShownStore {}
