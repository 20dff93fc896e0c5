package org.postpurchase.referral;

import java.security.SecureRandom;
import java.util.Optional;
import java.util.regex.Pattern;
import org.postpurchase.reward.CodeForm;

/**
 * The code of an advocate: eight letters and digits that cannot be mistaken for each other, kept
 * without blanks and dashes in capitals, shown as two groups of four.
 */
public final class FriendCode {
  public static final int LENGTH = 8;
  private static final int GROUP = 4;

  /** What stands around a link in a sentence and is copied or tapped with it. */
  private static final Pattern AROUND = Pattern.compile("^[^\\p{L}\\p{N}]+|[^\\p{L}\\p{N}]+$");

  private FriendCode() {}

  /** The kept form of what somebody typed, pasted or scanned; empty when it cannot be one. */
  public static Optional<String> of(String typed) {
    if (typed == null || typed.length() > 60) {
      return Optional.empty();
    }
    String bare = CodeForm.bare(AROUND.matcher(typed).replaceAll(""));
    boolean fits =
        bare.length() == LENGTH && bare.chars().allMatch(sign -> CodeForm.SIGNS.indexOf(sign) >= 0);
    return fits ? Optional.of(bare) : Optional.empty();
  }

  public static String shown(String code) {
    return code.length() == LENGTH ? code.substring(0, GROUP) + '-' + code.substring(GROUP) : code;
  }

  static String next(SecureRandom random) {
    StringBuilder code = new StringBuilder();
    for (int i = 0; i < LENGTH; i++) {
      code.append(CodeForm.SIGNS.charAt(random.nextInt(CodeForm.SIGNS.length())));
    }
    return code.toString();
  }
}
