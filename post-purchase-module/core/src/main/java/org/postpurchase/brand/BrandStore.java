package org.postpurchase.brand;

import java.util.Optional;

/** The one brand and its logo. Joins the caller's transaction. */
public interface BrandStore {
  /** As it is now; {@link Brand#USUAL} while nobody has saved one. */
  Brand read();

  /** Saves it; false when somebody else has saved since {@code brand.edition - 1}. */
  boolean save(Brand brand);

  /** Keeps an uploaded picture; one that is there already stays. */
  void keep(LogoPicture picture);

  /** The PNG with that hash. */
  Optional<byte[]> picture(String sha256);
}
