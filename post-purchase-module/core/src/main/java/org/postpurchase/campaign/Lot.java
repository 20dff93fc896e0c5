package org.postpurchase.campaign;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.postpurchase.shared.HexText;
import org.postpurchase.shared.Sha256;

/**
 * A draw that anybody can do again. The seed is made and its SHA-256 published before the first
 * entry; entries are numbered from 1 in the order of entering; those with the smallest SHA-256 of
 * {@code seed:number} win, in that order, but for those who were erased before the draw and for
 * later entries of an account that had entered already.
 */
public final class Lot {
  private static final int SEED_BYTES = 32;

  private Lot() {}

  /** 64 hexadecimal digits that nobody can guess. */
  static String seed() {
    byte[] bytes = new byte[SEED_BYTES];
    new SecureRandom().nextBytes(bytes);
    return HexText.of(bytes);
  }

  public static String sha256(String text) {
    return Sha256.of(text);
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
}
