package org.postpurchase.messaging;

/** The same with batches of 100 and 4 connections. */
class ScriptedServerInBatchesTest extends ScriptedServerTest {
  ScriptedServerInBatchesTest() {
    batch = 100;
    connections = 4;
  }
}
