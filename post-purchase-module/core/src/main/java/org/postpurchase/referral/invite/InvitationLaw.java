package org.postpurchase.referral.invite;

import java.util.Collection;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import org.postpurchase.shared.PostPurchaseException;
import org.postpurchase.shared.ShippedFile;

/**
 * In which countries a shop may send invitations, read from {@code invitation-law.properties}: a
 * lawyer can compare two versions of it. Immutable.
 */
public final class InvitationLaw {
  private static final String FILE = "invitation-law.properties";
  private static final String VERSION = "version";
  private static final String OTHERS = "*";

  private enum Word {
    ALLOWED,
    REFUSED
  }

  private final String version;
  private final Map<String, Word> words = new HashMap<>();

  InvitationLaw(Properties file) {
    version = file.getProperty(VERSION, "");
    for (String key : file.stringPropertyNames()) {
      if (!key.equals(VERSION)) {
        words.put(key, Word.valueOf(file.getProperty(key).trim()));
      }
    }
  }

  /**
   * The law as this version of the plugin knows it.
   *
   * @throws PostPurchaseException if the file is missing or holds another word than the two
   */
  public static InvitationLaw shipped() {
    return ShippedFile.read(InvitationLaw.class, FILE, InvitationLaw::new);
  }

  /** Which version of the file it is. */
  public String version() {
    return version;
  }

  /**
   * @param countryCode as ISO 3166 has it; empty when it is not known, which allows nothing
   */
  public boolean allows(String countryCode) {
    Word others = words.getOrDefault(OTHERS, Word.REFUSED);
    return !countryCode.isEmpty()
        && words.getOrDefault(countryCode.toUpperCase(Locale.ROOT), others) == Word.ALLOWED;
  }

  /** The first of the countries that does not allow it; empty when all do. */
  Optional<String> refusing(Collection<String> countryCodes) {
    return countryCodes.stream().filter(country -> !allows(country)).findFirst();
  }

  /**
   * The country that the domain of an address ends with; empty where it names none. Domains of
   * countries that the whole world uses count as that country's: that refuses more, never less.
   */
  static Optional<String> countryOf(String address) {
    String last = address.substring(address.lastIndexOf('.') + 1).toUpperCase(Locale.ROOT);
    if (last.startsWith("XN--")) {
      return Optional.of(last); // a country in letters of its own, which no line allows
    }
    return last.matches("[A-Z]{2}")
        ? Optional.of(last.equals("UK") ? "GB" : last)
        : Optional.empty();
  }
}
