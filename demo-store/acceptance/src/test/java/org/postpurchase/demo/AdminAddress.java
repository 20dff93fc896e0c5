package org.postpurchase.demo;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * One row of {@code admin-addresses.txt}: {@code METHOD path service|-}, the last one saying
 * whether customer service may. That no address is missing is tested beside the classes that serve
 * them.
 */
final class AdminAddress {
  private static final String NOBODY = "999999999";

  private final boolean isPost;
  private final String path;
  private final boolean forService;

  private AdminAddress(String line) {
    String[] parts = line.split(" +");
    isPost = parts[0].equals("POST");
    path = "/admin" + filled(parts[1]);
    forService = parts.length > 2 && parts[2].equals("service");
  }

  static List<AdminAddress> all() {
    try (BufferedReader in =
        new BufferedReader(
            new InputStreamReader(
                AdminAddress.class.getResourceAsStream("/admin-addresses.txt"),
                StandardCharsets.UTF_8))) {
      return in.lines()
          .filter(line -> !line.isEmpty() && !line.startsWith("#"))
          .map(AdminAddress::new)
          .collect(Collectors.toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With something that is not there in the place of each variable. */
  private static String filled(String pattern) {
    StringBuilder filled = new StringBuilder();
    int at = 0;
    while (at < pattern.length()) {
      if (pattern.charAt(at) != '{') {
        filled.append(pattern.charAt(at++));
        continue;
      }
      int end = at;
      int depth = 0;
      do {
        depth += pattern.charAt(end) == '{' ? 1 : pattern.charAt(end) == '}' ? -1 : 0;
        end++;
      } while (depth > 0);
      String variable = pattern.substring(at + 1, end - 1);
      String allowed = variable.contains(":") ? variable.substring(variable.indexOf(':') + 1) : "";
      boolean isChoice = allowed.matches("[a-z]+(\\|[a-z]+)*");
      boolean isWord = allowed.startsWith("[a-z");
      filled.append(isChoice ? allowed.split("\\|")[0] : isWord ? "nothing" : NOBODY);
      at = end;
    }
    return filled.toString();
  }

  /** What is wrong with its answers, in words; empty when it refuses whom it should. */
  List<String> wrong(URI shop, Merchant admin, Merchant service) {
    List<String> wrong = new ArrayList<>();
    ShopDriver stranger = new ShopDriver(shop);
    HttpResponse<String> unknown = isPost ? stranger.post(path, Map.of()) : stranger.get(path);
    if (!isShutOut(unknown)) {
      wrong.add(this + " answers " + unknown.statusCode() + " to somebody not signed in");
    }
    if (isPost) {
      HttpResponse<String> forged = admin.forge(path, Map.of());
      if (!isShutOut(forged)) {
        wrong.add(this + " answers " + forged.statusCode() + " to a form without a token");
      }
    }
    HttpResponse<String> served = isPost ? service.post(path, Map.of()) : service.get(path);
    boolean refused = served.statusCode() == 403;
    if (refused == forService) {
      wrong.add(this + " answers " + served.statusCode() + " to customer service");
    }
    if (served.statusCode() >= 500) {
      wrong.add(this + " fails with " + served.statusCode());
    }
    return wrong;
  }

  /** Led to the login or refused, and nothing of ours in the answer. */
  private static boolean isShutOut(HttpResponse<String> answer) {
    boolean toLogin = answer.headers().firstValue("Location").orElse("").contains("login");
    boolean isLogin = answer.body().contains("j_password");
    return !answer.body().contains("class=\"pp\"")
        && (answer.statusCode() == 403 || toLogin || isLogin);
  }

  @Override
  public String toString() {
    return (isPost ? "POST " : "GET ") + path;
  }
}
