package org.postpurchase.messaging;

/** The same with batches of 100 and 2 connections. */
class OutageInBatchesTest extends OutageTest {
  OutageInBatchesTest() {
    batch = 100;
    connections = 2;
  }
}
