package org.postpurchase.restraint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.ask.jdbc.AskJdbcModule;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.ContactPermission;
import org.postpurchase.consent.Suppression;
import org.postpurchase.restraint.jdbc.RestraintJdbcModule;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.Legible;
import org.postpurchase.testkit.SeriesNode;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/** What people choose on their page, on every database. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class PreferencesContract {
  private static final String ADA = "ada@example.com";

  private final SettableClock clock = new SettableClock();
  private CoreDatabase database;
  private Consents consents;
  private Preferences preferences;

  abstract CoreDatabase shared();

  @BeforeEach
  void open() {
    database = shared();
    for (String table :
        List.of("PP_CONTACT", "PP_CONSENT", "PP_SUPPRESSION", "PP_ASK_STOP", "PP_CHANNEL_PACE")) {
      database.jdbc.update("delete from " + table);
    }
    consents = new Consents(database.consents(), database.transactions, clock);
    preferences =
        new Preferences(
            RestraintJdbcModule.preferences(database.jdbc, database.inserts),
            consents,
            AskJdbcModule.asks(database.jdbc, database.inserts),
            database.transactions,
            clock);
  }

  @Test
  void a_stranger_has_agreed_to_nothing_and_wishes_nothing() {
    Preferences.State state = preferences.of(ADA);
    assertThat(state.advertising).isFalse();
    assertThat(state.asked).isTrue();
    assertThat(state.weekly).isFalse();
    assertThat(state.pausedUntil).isEmpty();
    assertThat(state.interests).isEmpty();
  }

  @Test
  void what_is_saved_is_what_is_read_and_saving_it_again_changes_nothing() {
    Preferences.Choice choice =
        new Preferences.Choice()
            .advertising(true, "Yes, write to me")
            .asked(false)
            .weekly(true)
            .pause(30)
            .interests(List.of(9L, 3L));
    for (int i = 0; i < 2; i++) {
      Preferences.State state = preferences.save(ADA, choice, "en");
      assertThat(state.advertising).isTrue();
      assertThat(state.asked).isFalse();
      assertThat(state.weekly).isTrue();
      assertThat(state.pausedUntil).contains(clock.instant().plus(Duration.ofDays(30)));
      assertThat(state.interests).containsExactly(3L, 9L);
    }
    assertThat(database.count("PP_CONSENT")).isEqualTo(1);
    assertThat(consents.basis(ADA).orElseThrow().textShown).isEqualTo("Yes, write to me");
  }

  @Test
  void a_pause_goes_on_or_ends_as_the_person_says_and_is_over_by_itself() {
    preferences.save(ADA, new Preferences.Choice().asked(true).pause(90), "en");
    clock.advance(Duration.ofDays(10));
    preferences.save(ADA, new Preferences.Choice().asked(true).keepPause(), "en");
    assertThat(preferences.of(ADA).pausedUntil)
        .contains(SettableClock.START.plus(Duration.ofDays(90)));
    clock.advance(Duration.ofDays(81));
    assertThat(preferences.of(ADA).pausedUntil).isEmpty();
    preferences.save(ADA, new Preferences.Choice().asked(true).pause(30), "en");
    preferences.save(ADA, new Preferences.Choice().asked(true).pause(0), "en");
    assertThat(preferences.of(ADA).pausedUntil).isEmpty();
  }

  @Test
  void staff_put_advertising_off_and_the_other_wishes_stay() {
    preferences.save(
        ADA,
        new Preferences.Choice()
            .advertising(true, "Yes")
            .asked(true)
            .weekly(true)
            .interests(List.of(3L)),
        "en");
    for (int i = 0; i < 2; i++) {
      Preferences.State state = preferences.pause(ADA, 30);
      assertThat(state.pausedUntil).contains(clock.instant().plus(Duration.ofDays(30)));
      assertThat(state.weekly).isTrue();
      assertThat(state.interests).containsExactly(3L);
      assertThat(state.advertising).isTrue();
    }
    assertThat(preferences.pause(ADA, 0).pausedUntil).isEmpty();
    assertThat(preferences.pause("stranger@example.com", 30).pausedUntil).isPresent();
  }

  @Test
  void unticking_unsubscribes_and_ticking_does_not_lift_what_the_shop_has_suppressed() {
    consents.confirmed(ADA, "Yes", "en");
    preferences.save(ADA, new Preferences.Choice().advertising(false, "Tips").asked(true), "en");
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.OPTED_OUT);
    clock.advance(Duration.ofMinutes(1));
    preferences.save(ADA, new Preferences.Choice().advertising(true, "Tips").asked(true), "en");
    assertThat(consents.permission(ADA)).isEqualTo(ContactPermission.ALLOWED);
    database.transactions.run(
        () ->
            database
                .consents()
                .suppress(ADA, Suppression.Scope.MARKETING, "Complained", clock.instant()));
    Preferences.State state =
        preferences.save(ADA, new Preferences.Choice().advertising(true, "Tips").asked(true), "en");
    assertThat(state.advertising).isFalse();
  }

  @Test
  void a_link_tells_whose_page_it_is_for_two_years_and_nobody_elses() {
    LinkSigner signer = new LinkSigner(new byte[32], clock);
    PreferenceLinks links = new PreferenceLinks(() -> SeriesNode.SHOP, signer);
    String url = links.of(new PreferenceLinks.Owner(EmailAddress.of(ADA), 77, Locale.GERMANY));
    String token = url.substring(url.indexOf(PreferenceLinks.PATH) + PreferenceLinks.PATH.length());
    assertThat(url).startsWith("https://shop.example/post-purchase/preferences/");
    assertThat(Legible.of(token)).doesNotContainIgnoringCase(ADA);
    assertThat(token).hasSizeLessThan(900);
    clock.advance(Duration.ofDays(729));
    PreferenceLinks.Owner owner = links.read(token);
    assertThat(owner.address.key()).isEqualTo(ADA);
    assertThat(owner.customerId).isEqualTo(77);
    assertThat(owner.locale).isEqualTo(Locale.GERMANY);
    assertThatThrownBy(() -> links.read(token.substring(0, token.length() - 2)))
        .isInstanceOf(LinkRefusedException.class);
    clock.advance(Duration.ofDays(2));
    assertThatThrownBy(() -> links.read(token)).isInstanceOf(LinkRefusedException.class);
  }

  @Test
  void of_two_merchants_who_save_a_channel_the_first_one_wins() {
    PaceStore paces = RestraintJdbcModule.paces(database.jdbc, database.inserts);
    ChannelPace first = new ChannelPace("EMAIL", 8, "MO-SU 08:00-20:00", 1);
    assertThat(save(paces, first)).isTrue();
    assertThat(save(paces, first)).isFalse();
    assertThat(save(paces, new ChannelPace("EMAIL", 24, "", 2))).isTrue();
    assertThat(save(paces, new ChannelPace("EMAIL", 48, "", 2))).isFalse();
    assertThat(paces.all().get("EMAIL").budgetHours).isEqualTo(24);
  }

  private boolean save(PaceStore paces, ChannelPace pace) {
    return database.transactions.call(() -> paces.save(pace, clock.instant()));
  }
}
