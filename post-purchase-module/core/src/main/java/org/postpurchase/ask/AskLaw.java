package org.postpurchase.ask;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.Purpose;
import org.postpurchase.shared.ShippedFile;

/**
 * What each kind of request is in each country, read from {@code ask-law.properties}: a lawyer can
 * compare two versions of it. A country that is not named is treated like the strictest.
 */
public final class AskLaw {
  private static final String FILE = "ask-law.properties";
  private static final String OTHERS = "*";

  private final String version;
  private final Map<AskKind, Map<String, Purpose>> purposes = new EnumMap<>(AskKind.class);

  private AskLaw(Properties file) {
    version = file.getProperty("version", "");
    for (AskKind kind : AskKind.values()) {
      purposes.put(kind, new HashMap<>());
    }
    for (String key : file.stringPropertyNames()) {
      int dot = key.indexOf('.');
      if (dot > 0) {
        purposes
            .get(AskKind.valueOf(key.substring(0, dot)))
            .put(key.substring(dot + 1), Purpose.valueOf(file.getProperty(key).trim()));
      }
    }
  }

  /**
   * The law as this version of the plugin knows it.
   *
   * @throws PostPurchaseException if the file is missing or names an unknown kind or class
   */
  public static AskLaw shipped() {
    return ShippedFile.read(AskLaw.class, FILE, AskLaw::new);
  }

  /**
   * @param countryCode of the buyer, as ISO 3166 has it; empty when it is not known
   */
  public Purpose of(AskKind kind, String countryCode) {
    Map<String, Purpose> byCountry = purposes.get(kind);
    Purpose others = byCountry.getOrDefault(OTHERS, Purpose.MARKETING);
    return countryCode.isEmpty()
        ? Purpose.MARKETING
        : byCountry.getOrDefault(countryCode.toUpperCase(Locale.ROOT), others);
  }

  /** Which version of the file it is. */
  public String version() {
    return version;
  }
}
