package org.postpurchase.messaging;

import org.junit.jupiter.api.Tag;

/** The same with batches of 100 and 2 connections. */
@Tag("long")
class OutageInBatchesTest extends OutageTest {
  OutageInBatchesTest() {
    batch = 100;
    connections = 2;
  }
}
