package org.postpurchase.sms;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/** Answers on a local port as the provider does. */
final class LocalProvider implements AutoCloseable {
  /** What the shop sent, by field. */
  final List<Map<String, String>> taken = new CopyOnWriteArrayList<>();

  final List<String> authorizations = new CopyOnWriteArrayList<>();
  final CountDownLatch released = new CountDownLatch(1);
  volatile int status = 201;
  volatile String body = "";
  volatile boolean slow;
  private final HttpServer server;

  LocalProvider() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newCachedThreadPool(this::daemon));
    server.createContext("/", this::answer);
    server.start();
  }

  private Thread daemon(Runnable work) {
    Thread thread = new Thread(work, "local-provider");
    thread.setDaemon(true);
    return thread;
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  private void answer(HttpExchange exchange) throws IOException {
    String form = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.US_ASCII);
    Map<String, String> fields = new TreeMap<>();
    for (String field : form.split("&")) {
      int at = field.indexOf('=');
      fields.put(
          field.substring(0, at),
          URLDecoder.decode(field.substring(at + 1), StandardCharsets.UTF_8));
    }
    taken.add(fields);
    authorizations.add(exchange.getRequestHeaders().getFirst("Authorization"));
    if (slow) {
      try {
        released.await(20, TimeUnit.SECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    String said =
        body.isEmpty() && status == 201
            ? "{\"sid\":\"SM" + taken.size() + "\",\"status\":\"queued\",\"num_segments\":\"1\"}"
            : body;
    byte[] bytes = said.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().add("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
    exchange.close();
  }

  void refuses(int newStatus, String code) {
    status = newStatus;
    body =
        "{\"code\":"
            + code
            + ",\"message\":\"as the provider says it\",\"status\":"
            + newStatus
            + "}";
  }

  @Override
  public void close() {
    released.countDown();
    server.stop(0);
  }
}
