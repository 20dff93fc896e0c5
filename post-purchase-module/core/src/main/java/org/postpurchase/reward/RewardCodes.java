package org.postpurchase.reward;

import java.security.SecureRandom;

/**
 * Makes codes: fifteen letters and digits that cannot be mistaken for each other, in three groups.
 * 73 bits, so that guessing one or making one twice does not happen.
 */
final class RewardCodes {
  private static final String SIGNS = "ABCDEFGHJKMNPQRSTVWXYZ23456789";
  private static final int GROUPS = 3;
  private static final int GROUP = 5;

  private final SecureRandom random;

  RewardCodes(SecureRandom random) {
    this.random = random;
  }

  String next() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < GROUPS * GROUP; i++) {
      if (i > 0 && i % GROUP == 0) {
        code.append('-');
      }
      code.append(SIGNS.charAt(random.nextInt(SIGNS.length())));
    }
    return code.toString();
  }
}
