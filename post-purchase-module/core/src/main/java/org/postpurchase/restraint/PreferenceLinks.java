package org.postpurchase.restraint;

import static java.util.Objects.requireNonNull;

import java.util.Locale;
import java.util.function.Supplier;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.Shop;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkSigner;

/**
 * The address of the page on which one person says what the shop may send. Its token holds whose
 * page it is, sealed, so that it works for two years whatever rows are deleted; it signs nobody in.
 */
public final class PreferenceLinks {
  /** Path of the page on the shop's site; the token follows. */
  public static final String PATH = "/post-purchase/preferences/";

  private final Supplier<Shop> shop;
  private final LinkSigner signer;

  public PreferenceLinks(Supplier<Shop> shop, LinkSigner signer) {
    this.shop = shop;
    this.signer = signer;
  }

  /** Whose page it is. Immutable. */
  public static final class Owner {
    public final EmailAddress address;

    /** The host's customer id; 0 for somebody without an account. */
    public final long customerId;

    /** The language to speak. */
    public final Locale locale;

    public Owner(EmailAddress address, long customerId, Locale locale) {
      this.address = requireNonNull(address, "address");
      this.customerId = customerId;
      this.locale = requireNonNull(locale, "locale");
    }
  }

  /** For the owner's eyes only: an absolute address. */
  public String of(Owner owner) {
    return shop.get().url + path(owner);
  }

  /** The same within the site. */
  public String path(Owner owner) {
    String text = owner.locale.toLanguageTag() + '\n' + owner.customerId + '\n' + owner.address;
    return PATH + signer.seal(LinkPurpose.PREFERENCES, text);
  }

  /**
   * @throws org.postpurchase.tracking.LinkRefusedException when the token is not good
   */
  public Owner read(String token) {
    String[] parts = signer.open(LinkPurpose.PREFERENCES, token).split("\n", 3);
    return new Owner(
        EmailAddress.stored(parts[2]), Long.parseLong(parts[1]), Locale.forLanguageTag(parts[0]));
  }
}
