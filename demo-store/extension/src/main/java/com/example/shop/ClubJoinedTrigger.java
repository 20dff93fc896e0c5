package com.example.shop;

import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Predicate;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.PersonTrigger;
import org.postpurchase.shared.LocalText;

/** Somebody, with or without an account, has joined the shop's coffee club. */
public final class ClubJoinedTrigger implements PersonTrigger {
  public static final String KEY = "ACME_CLUB_JOINED";

  private final Predicate<String> isStillInTheClub;

  /** Asked with the key of a mailbox. */
  public ClubJoinedTrigger(Predicate<String> isStillInTheClub) {
    this.isStillInTheClub = isStillInTheClub;
  }

  @Override
  public String key() {
    return KEY;
  }

  @Override
  public String label(Locale locale) {
    return LocalText.in("Coffee club joined | de: Kaffeeclub beigetreten", locale);
  }

  /** Nothing is sent to whoever has left again. */
  @Override
  public Optional<MomentValues> factsAt(Moment moment, Locale locale, Instant now) {
    return isStillInTheClub.test(moment.contact)
        ? Optional.of(MomentValues.none())
        : Optional.empty();
  }

  /** Texts may say ${moment.cups}. */
  @Override
  public MomentValues example(Locale locale) {
    return MomentValues.none().number("cups", 3);
  }
}
