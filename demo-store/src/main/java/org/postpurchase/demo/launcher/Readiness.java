package org.postpurchase.demo.launcher;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URL;
import java.util.Date;

/**
 * Waits until a page answers. A machine that is busy while the shop starts makes first requests
 * slow, or fail once: each answer other than 200 is written to the log and asked for again.
 */
final class Readiness {
  private static final int ANSWER_TIMEOUT_MILLIS = 60_000;
  private static final int TRIES_MAX = 30;

  private final String shop;
  private final Pause pause;

  /** What happens between two tries. */
  interface Pause {
    void rest() throws InterruptedException;
  }

  /**
   * @param shop address without a path
   */
  Readiness(String shop, Pause pause) {
    this.shop = shop;
    this.pause = pause;
  }

  /**
   * @throws DemoFailure with the last answer, when there was none with status 200 in thirty tries
   */
  void await(String path) {
    String last = "";
    for (int tried = 1; tried <= TRIES_MAX; tried++) {
      last = answer(path);
      if (last.isEmpty()) {
        return;
      }
      System.err.println(
          new Date() + " The page " + path + " " + last + ", try " + tried + " of " + TRIES_MAX);
      rest();
    }
    throw new DemoFailure(
        "The page " + path + " " + last + ", also after " + TRIES_MAX + " tries.");
  }

  /** Empty when all is well. */
  private String answer(String path) {
    try {
      HttpURLConnection connection = (HttpURLConnection) new URL(shop + path).openConnection();
      connection.setConnectTimeout(ANSWER_TIMEOUT_MILLIS);
      connection.setReadTimeout(ANSWER_TIMEOUT_MILLIS);
      try {
        int status = connection.getResponseCode();
        return status == HttpURLConnection.HTTP_OK ? "" : "answers with HTTP status " + status;
      } finally {
        connection.disconnect();
      }
    } catch (IOException e) {
      return "does not answer (" + e + ")";
    }
  }

  private void rest() {
    try {
      pause.rest();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new DemoFailure("Interrupted while waiting for the shop to answer.", e);
    }
  }
}
