package org.postpurchase.series;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.postpurchase.shared.LocaleChoice;

/**
 * The frozen copy of a series that people run on: its rules and, for every template it uses, the
 * exact wording in each language. Never changes once stored.
 */
public final class SeriesVersion {
  public final long id;
  public final long seriesId;
  public final int number;
  public final SeriesDefinition definition;
  public final List<Wording> wordings;

  public SeriesVersion(
      long id, long seriesId, int number, SeriesDefinition definition, List<Wording> wordings) {
    this.id = id;
    this.seriesId = seriesId;
    this.number = number;
    this.definition = requireNonNull(definition, "definition");
    this.wordings = Collections.unmodifiableList(new ArrayList<>(wordings));
  }

  /** The wording of a template for a reader of that language; empty when none was frozen. */
  public Optional<Wording> wording(String templateKey, Locale wanted, Locale shop) {
    List<Wording> own = new ArrayList<>();
    wordings.stream().filter(w -> w.templateKey.equals(templateKey)).forEach(own::add);
    return LocaleChoice.of(own, w -> w.localeCode, wanted, shop);
  }

  /** One template in one language and version. */
  public static final class Wording {
    public final String templateKey;
    public final String localeCode;
    public final int version;

    public Wording(String templateKey, String localeCode, int version) {
      this.templateKey = requireNonNull(templateKey, "templateKey");
      this.localeCode = requireNonNull(localeCode, "localeCode");
      this.version = version;
    }
  }
}
