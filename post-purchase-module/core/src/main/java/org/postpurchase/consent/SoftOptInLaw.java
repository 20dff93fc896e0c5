package org.postpurchase.consent;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Locale;
import java.util.Properties;
import java.util.Set;
import org.postpurchase.shared.ShippedFile;

/**
 * In which countries an order with an objection offered is a basis for advertising similar products
 * by e-mail; read from {@code soft-opt-in-law.properties}, of which a lawyer can compare two
 * versions. Immutable.
 */
public final class SoftOptInLaw {
  private static final String FILE = "soft-opt-in-law.properties";

  private final String version;
  private final Set<String> countries;

  private SoftOptInLaw(Properties file) {
    version = file.getProperty("version", "");
    countries = new HashSet<>(Arrays.asList(file.getProperty("countries", "").split("[, ]+")));
    countries.remove("");
  }

  /**
   * The law as this version of the plugin knows it.
   *
   * @throws org.postpurchase.shared.PostPurchaseException if the file is missing
   */
  public static SoftOptInLaw shipped() {
    return ShippedFile.read(SoftOptInLaw.class, FILE, SoftOptInLaw::new);
  }

  /** False for a country that is not known. */
  public boolean allows(String countryCode) {
    return countries.contains(countryCode.toUpperCase(Locale.ROOT));
  }

  /** Which version of the file it is. */
  public String version() {
    return version;
  }
}
