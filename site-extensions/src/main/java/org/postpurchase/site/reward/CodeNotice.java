package org.postpurchase.site.reward;

import static java.util.Objects.requireNonNull;

/** Why one code in the cart gives nothing, in words for the buyer. */
public final class CodeNotice {
  public final String code;
  public final String text;

  CodeNotice(String code, String text) {
    this.code = requireNonNull(code, "code");
    this.text = requireNonNull(text, "text");
  }
}
