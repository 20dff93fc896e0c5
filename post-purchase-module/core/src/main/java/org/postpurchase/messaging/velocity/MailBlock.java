package org.postpurchase.messaging.velocity;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.postpurchase.shared.PostPurchaseException;

/**
 * A ready part of a mail that any layout places by its name, as {@code ${blocks.content}}. What it
 * shows comes from one variable of the model; nothing is shown where that is not there or has
 * nothing in it.
 */
enum MailBlock {
  /** Guides, questions and news of the library. */
  CONTENT("content", "content"),
  /** What else the reader may like, with the reason. */
  RECOMMENDATIONS("recommendations", "recommendations");

  private static final Map<String, String> TEXTS = new ConcurrentHashMap<>();

  /** In layouts. */
  final String key;

  /** The variable of the model. */
  final String part;

  private final Pattern placed;

  MailBlock(String key, String part) {
    this.key = key;
    this.part = part;
    placed = Pattern.compile("\\bblocks\\." + key + "\\b");
  }

  boolean isPlacedIn(String layout) {
    return placed.matcher(layout).find();
  }

  /** Under which its template is parsed once. */
  String key(boolean html) {
    return "block " + key + (html ? " HTML" : " text");
  }

  String template(boolean html) {
    return TEXTS.computeIfAbsent(
        "blocks/" + key + (html ? ".html.vm" : ".txt.vm"), MailBlock::read);
  }

  private static String read(String file) {
    try (InputStream in = MailBlock.class.getResourceAsStream(file)) {
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      byte[] buffer = new byte[4096];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
      return new String(out.toByteArray(), StandardCharsets.UTF_8);
    } catch (IOException | NullPointerException e) {
      throw new PostPurchaseException(
          "The block " + file + " cannot be read: " + e.getMessage(), e);
    }
  }
}
