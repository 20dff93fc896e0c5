package org.postpurchase.click;

import static java.util.Objects.requireNonNull;

import java.util.Optional;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/** The parameter that names a message and one of its links. */
public final class ClickLinks {
  /** Its name in addresses. */
  public static final String PARAMETER = "pp_click";

  /** Where pages report to; the token follows. */
  public static final String PATH = "/post-purchase/click/";

  /** The script that reports. */
  public static final String SCRIPT = "/post-purchase/click.js";

  /** Later links of a mail are not marked. */
  static final int LINKS_MAX = 63;

  private static final int LINK_BITS = 6;

  private final LinkSigner signer;

  public ClickLinks(LinkSigner signer) {
    this.signer = requireNonNull(signer, "signer");
  }

  /**
   * Of URL-safe characters.
   *
   * @param link from 1 to {@link #LINKS_MAX}
   */
  String token(long messageId, int link) {
    return signer.token(LinkPurpose.CLICK, (messageId << LINK_BITS) + link);
  }

  /** What a token says; empty when it is forged, of another purpose, or too old. */
  public Optional<Followed> read(String token) {
    try {
      long value = signer.read(LinkPurpose.CLICK, token);
      return Optional.of(new Followed(value >> LINK_BITS, (int) (value & LINKS_MAX)));
    } catch (LinkRefusedException refused) {
      return Optional.empty();
    }
  }

  /** A link of a message. */
  public static final class Followed {
    public final long messageId;
    public final int link;

    Followed(long messageId, int link) {
      this.messageId = messageId;
      this.link = link;
    }
  }
}
