package org.postpurchase.reward;

import java.security.SecureRandom;

/**
 * Makes codes: fifteen letters and digits that cannot be mistaken for each other, in three groups.
 * 73 bits, so that guessing one or making one twice does not happen.
 */
final class RewardCodes {
  private final SecureRandom random;

  RewardCodes(SecureRandom random) {
    this.random = random;
  }

  String next() {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < CodeForm.GROUPS * CodeForm.GROUP; i++) {
      if (i > 0 && i % CodeForm.GROUP == 0) {
        code.append('-');
      }
      code.append(CodeForm.SIGNS.charAt(random.nextInt(CodeForm.SIGNS.length())));
    }
    return code.toString();
  }
}
