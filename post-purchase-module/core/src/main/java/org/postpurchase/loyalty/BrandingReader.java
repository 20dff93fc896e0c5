package org.postpurchase.loyalty;

/** The merchant's words and looks for the programme's page, as saved at the moment of the call. */
public interface BrandingReader {
  /** {@link Branding#NONE} while there is no programme. */
  Branding branding();
}
