package org.postpurchase.splittest;

import static java.util.Objects.requireNonNull;

import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** One arm of an A/B test: a template with the version of each language that it began with. */
public final class Wording {
  public final String templateKey;

  /** Version of the text by language code. */
  public final Map<String, Integer> versions;

  public Wording(String templateKey, Map<String, Integer> versions) {
    this.templateKey = requireNonNull(templateKey, "templateKey");
    this.versions = Collections.unmodifiableMap(new TreeMap<>(versions));
  }

  /** The exact text in that language; empty when the arm has none. */
  public Optional<Text> text(String localeCode) {
    return Optional.ofNullable(versions.get(localeCode))
        .map(version -> new Text(templateKey, localeCode, version));
  }

  /** One template in one language and version. */
  public static final class Text {
    public final String templateKey;
    public final String localeCode;
    public final int version;

    public Text(String templateKey, String localeCode, int version) {
      this.templateKey = requireNonNull(templateKey, "templateKey");
      this.localeCode = requireNonNull(localeCode, "localeCode");
      this.version = version;
    }

    boolean isSame(Text other) {
      return templateKey.equals(other.templateKey)
          && localeCode.equals(other.localeCode)
          && version == other.version;
    }
  }
}
