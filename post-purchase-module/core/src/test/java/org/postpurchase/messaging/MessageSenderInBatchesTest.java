package org.postpurchase.messaging;

/** The same with batches of 500 and 3 connections. */
class MessageSenderInBatchesTest extends MessageSenderTest {
  MessageSenderInBatchesTest() {
    batch = 500;
    connections = 3;
  }
}
