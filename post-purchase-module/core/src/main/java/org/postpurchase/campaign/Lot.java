package org.postpurchase.campaign;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A draw that anybody can do again. The seed is made and its SHA-256 published before the first
 * entry; entries are numbered from 1 in the order of entering; those with the smallest SHA-256 of
 * {@code seed:number} win, in that order.
 */
public final class Lot {
  private static final int SEED_BYTES = 32;

  private Lot() {}

  /** 64 hexadecimal digits that nobody can guess. */
  static String seed() {
    byte[] bytes = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(bytes);
    return hex(bytes);
  }

  public static String sha256(String text) {
    try {
      return hex(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java has it
    }
  }

  /** Numbers of the winners, first prize first; fewer than prizes if there are fewer entries. */
  public static List<Integer> winners(String seed, int entries, int prizes) {
    return IntStream.rangeClosed(1, entries)
        .boxed()
        .sorted(Comparator.comparing(number -> sha256(seed + ":" + number)))
        .limit(prizes)
        .collect(Collectors.toList());
  }

  /** Names the list that was drawn from without saying who is on it. */
  static String hash(List<Entry> entries, String seed) {
    List<String> lines = new ArrayList<>();
    for (int i = 0; i < entries.size(); i++) {
      lines.add((i + 1) + ":" + sha256(seed + ":" + entries.get(i).email.key()));
    }
    return sha256(String.join("\n", lines));
  }

  private static String hex(byte[] bytes) {
    StringBuilder hex = new StringBuilder();
    for (byte each : bytes) {
      hex.append(Character.forDigit((each >> 4) & 15, 16))
          .append(Character.forDigit(each & 15, 16));
    }
    return hex.toString();
  }
}
