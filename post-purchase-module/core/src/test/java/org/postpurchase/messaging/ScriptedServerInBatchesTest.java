package org.postpurchase.messaging;

import org.junit.jupiter.api.Tag;

/** The same with batches of 100 and 4 connections. */
@Tag("long")
class ScriptedServerInBatchesTest extends ScriptedServerTest {
  ScriptedServerInBatchesTest() {
    batch = 100;
    connections = 4;
  }
}
