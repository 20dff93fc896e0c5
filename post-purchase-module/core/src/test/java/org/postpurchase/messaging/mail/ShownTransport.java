package org.postpurchase.messaging.mail;

public final class ShownTransport {}
