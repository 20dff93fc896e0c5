package org.postpurchase.recommend;

import static java.util.Objects.requireNonNull;

/**
 * What goes with a product or with everything of a category, as the merchant keeps it. Immutable.
 */
public final class Complement {
  public static final int NOTE_MAX = 200;
  public static final int CODE_MAX = 60;

  /** 0 until it is saved. */
  public final long id;

  /** Whether {@link #forId} is a category. */
  public final boolean forCategory;

  public final long forId;
  public final long productId;
  public final OfferKind offer;

  /** What is said about the terms, by language as {@link org.postpurchase.shared.LocalText}. */
  public final String note;

  /** Code of the host's that makes the terms true; empty for none. */
  public final String code;

  private Complement(
      long id, boolean forCategory, long forId, long productId, String[] words, OfferKind offer) {
    this.id = id;
    this.forCategory = forCategory;
    this.forId = forId;
    this.productId = productId;
    this.offer = requireNonNull(offer, "offer");
    this.note = requireNonNull(words[0], "note");
    this.code = requireNonNull(words[1], "code");
  }

  public static Complement plain(boolean forCategory, long forId, long productId) {
    return new Complement(0, forCategory, forId, productId, new String[] {"", ""}, OfferKind.PLAIN);
  }

  /** The same on these terms. */
  public Complement on(OfferKind newOffer, String newNote, String newCode) {
    return new Complement(
        id, forCategory, forId, productId, new String[] {newNote, newCode}, newOffer);
  }

  public Complement withId(long newId) {
    return new Complement(newId, forCategory, forId, productId, new String[] {note, code}, offer);
  }
}
