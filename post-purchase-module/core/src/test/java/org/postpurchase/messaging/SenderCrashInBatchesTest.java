package org.postpurchase.messaging;

/** The same with batches of 500 and 4 connections. */
class SenderCrashInBatchesTest extends SenderCrashTest {
  SenderCrashInBatchesTest() {
    batch = 500;
    connections = 4;
  }
}
