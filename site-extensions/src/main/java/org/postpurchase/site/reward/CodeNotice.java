package org.postpurchase.site.reward;

import static java.util.Objects.requireNonNull;

/** Why one code in the cart gives nothing, in words for the buyer. */
public final class CodeNotice {
  private final String code;
  private final String text;

  CodeNotice(String code, String text) {
    this.code = requireNonNull(code, "code");
    this.text = requireNonNull(text, "text");
  }

  public String getCode() {
    return code;
  }

  public String getText() {
    return text;
  }
}
