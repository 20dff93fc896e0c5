package org.postpurchase.survey;

import static java.util.Objects.requireNonNull;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** What one person answered on one occasion. Immutable, and so is its row. */
public final class SurveyAnswer {
  public final SurveyRef ref;
  public final int version;

  /** Key of the person's mailbox. */
  public final String contact;

  /** 0 for a guest. */
  public final long customerId;

  public final String localeCode;
  public final Instant answeredAt;

  /** One for each question of the version. */
  public final List<Part> parts;

  public SurveyAnswer(
      SurveyRef ref, int version, Respondent respondent, Instant answeredAt, List<Part> parts) {
    this.ref = requireNonNull(ref, "ref");
    this.version = version;
    this.contact = respondent.contact;
    this.customerId = respondent.customerId;
    this.localeCode = respondent.localeCode;
    this.answeredAt = requireNonNull(answeredAt, "answeredAt");
    this.parts = Collections.unmodifiableList(new ArrayList<>(parts));
  }

  /** Who answered, in which language. */
  public static final class Respondent {
    final String contact;
    final long customerId;
    final String localeCode;

    /**
     * @param contact key of the mailbox
     * @param customerId 0 for a guest
     */
    public Respondent(String contact, long customerId, String localeCode) {
      this.contact = requireNonNull(contact, "contact");
      this.customerId = customerId;
      this.localeCode = requireNonNull(localeCode, "localeCode");
    }
  }

  /** The answer to one question: a number, or words; both empty when it was left out. */
  public static final class Part {
    public static final Part NONE = new Part(OptionalInt.empty(), "");

    /** As {@link Question#takes} has it. */
    public final OptionalInt value;

    public final String text;

    public Part(OptionalInt value, String text) {
      this.value = requireNonNull(value, "value");
      this.text = requireNonNull(text, "text");
    }

    public boolean isEmpty() {
      return !value.isPresent() && text.isEmpty();
    }
  }
}
