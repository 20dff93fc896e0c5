package org.postpurchase.shared;

import java.util.regex.Pattern;

/** Texts from elsewhere, such as a mail server's reply, made fit for a log. */
public final class MaskedAddresses {
  private static final Pattern ADDRESS =
      Pattern.compile(
          "(\"[^\"\\r\\n]{1,64}\"|[^\\s<>@\"'(),;:\\[\\]]+)(@|%40|\\(at\\)|＠)(?=[^\\s<>@])",
          Pattern.CASE_INSENSITIVE);

  private static final int CAUSES_MAX = 20;

  private MaskedAddresses() {}

  /** The same text in which of each e-mail address only the domain is left. */
  public static String in(String text) {
    return text == null ? "" : ADDRESS.matcher(text).replaceAll("***@");
  }

  /** The same failure, with its trace, causes and what else it carries, without addresses. */
  public static Throwable in(Throwable failure) {
    return masked(failure, CAUSES_MAX);
  }

  private static Throwable masked(Throwable failure, int left) {
    if (failure == null || left == 0 || !hasAddress(failure, left)) {
      return failure;
    }
    Throwable copy =
        new MaskedFailure(in(failure.toString()), masked(failure.getCause(), left - 1));
    copy.setStackTrace(failure.getStackTrace());
    for (Throwable more : failure.getSuppressed()) {
      copy.addSuppressed(masked(more, left - 1));
    }
    return copy;
  }

  private static boolean hasAddress(Throwable failure, int left) {
    if (failure == null || left == 0) {
      return false;
    }
    boolean here = ADDRESS.matcher(failure.toString()).find();
    for (Throwable more : failure.getSuppressed()) {
      here |= hasAddress(more, left - 1);
    }
    return here || hasAddress(failure.getCause(), left - 1);
  }

  /** Prints as the original does. */
  private static final class MaskedFailure extends Throwable {
    private static final long serialVersionUID = 1L;

    MaskedFailure(String text, Throwable cause) {
      super(text, cause);
    }

    @Override
    public String toString() {
      return getMessage();
    }
  }
}
