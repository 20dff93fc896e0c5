package org.postpurchase.campaign;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayNameGeneration;
import org.junit.jupiter.api.DisplayNameGenerator.ReplaceUnderscores;
import org.junit.jupiter.api.Test;
import org.postpurchase.campaign.Campaigns.Outcome;
import org.postpurchase.campaign.jdbc.CampaignJdbcModule;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.Moments;
import org.postpurchase.people.Identity;
import org.postpurchase.person.PersonRef;
import org.postpurchase.privacy.PersonalData;
import org.postpurchase.privacy.jdbc.PrivacyJdbcModule;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoStore;
import org.postpurchase.review.jdbc.ReviewJdbcModule;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.ListPage;
import org.postpurchase.story.StoryState;
import org.postpurchase.story.StoryUse;
import org.postpurchase.story.StoryViews;
import org.postpurchase.story.jdbc.StoryJdbcModule;
import org.postpurchase.testkit.Committed;
import org.postpurchase.testkit.CoreDatabase;
import org.postpurchase.testkit.SettableClock;
import org.postpurchase.testkit.Together;

/** Campaigns from the draft to the draw. */
@DisplayNameGeneration(ReplaceUnderscores.class)
abstract class CampaignsContract {
  private final SettableClock clock = new SettableClock();
  private final List<Moment> told = new Committed<>();
  private CoreDatabase database;
  private CampaignStore store;
  private StoryViews views;
  private PhotoStore photos;
  private Campaigns campaigns;

  abstract CoreDatabase shared();

  @BeforeEach
  void begin() {
    database = shared();
    for (String table : List.of("PP_STORY_EVENT", "PP_STORY", "PP_CAMPAIGN_ENTRY", "PP_CAMPAIGN")) {
      database.jdbc.update("delete from " + table);
    }
    store = CampaignJdbcModule.campaigns(database.jdbc, database.inserts);
    views = StoryJdbcModule.views(database.jdbc);
    photos = ReviewJdbcModule.photos(database.jdbc, database.inserts);
    campaigns =
        new Campaigns(
            store,
            StoryJdbcModule.stories(database.jdbc, database.inserts),
            photos,
            () -> new Told(),
            database.transactions,
            clock);
  }

  private final class Told implements Moments {
    @Override
    public int report(Collection<Moment> moments) {
      told.addAll(moments);
      return 0;
    }

    @Override
    public Optional<Audience> audience(String trigger) {
      return Optional.empty();
    }
  }

  private Campaign open(int prizes, boolean uploads, String... moments) {
    Instant now = clock.instant();
    Campaign wanted =
        Campaign.of("spring", new Campaign.Text("Spring", "#spring", "Intro", "Rules"))
            .entries(Set.of(moments), uploads)
            .prizes(prizes, Campaign.Draw.NONE)
            .runs(now, now.plus(Duration.ofDays(10)))
            .build();
    long id = campaigns.save(wanted).get();
    assertThat(campaigns.visible("spring")).as("a draft").isEmpty();
    assertThat(campaigns.open(id, store.find(id).get().edition)).isEqualTo(Outcome.DONE);
    return store.find(id).get();
  }

  private static Entry.Person person(int n) {
    return new Entry.Person(EmailAddress.stored("p" + n + "@example.com"), 0, Locale.ENGLISH);
  }

  @Test
  void each_mailbox_takes_part_once_and_anybody_can_do_the_draw_again() {
    Campaign campaign = open(3, false);
    String commitment = campaign.draw.commitment;
    for (int i = 0; i < 30; i++) {
      assertThat(campaigns.enter("spring", person(i))).isEqualTo(Outcome.DONE);
      assertThat(campaigns.enter("spring", person(i))).isEqualTo(Outcome.NOTHING_TO_DO);
    }
    assertThat(campaigns.draw(campaign.id, campaign.edition))
        .as("before the end")
        .isEqualTo(Outcome.CLOSED);
    clock.advance(Duration.ofDays(11));
    assertThat(campaigns.enter("spring", person(99))).isEqualTo(Outcome.CLOSED);
    assertThat(campaigns.draw(campaign.id, campaign.edition)).isEqualTo(Outcome.DONE);

    Campaign drawn = store.find(campaign.id).get();
    assertThat(Lot.sha256(drawn.draw.seed)).isEqualTo(commitment);
    List<Entry> all = store.entries(campaign.id);
    List<Entry> winners = store.winners(campaign.id);
    List<Integer> again = Lot.winners(drawn.draw.seed, 30, 3);
    assertThat(winners).hasSize(3);
    for (int i = 0; i < 3; i++) {
      assertThat(winners.get(i).id).isEqualTo(all.get(again.get(i) - 1).id);
    }
    assertThat(campaigns.winningNumbers(drawn)).isEqualTo(again);
    assertThat(told).hasSize(3).allMatch(m -> m.trigger.equals(ContestWonTrigger.KEY));
    assertThat(campaigns.draw(campaign.id, drawn.edition)).isEqualTo(Outcome.CLOSED);
    assertThat(told).as("once").hasSize(3);
  }

  /** thelotterymachine 3, gumroad 4236: one person, many spellings. */
  @Test
  void other_spellings_of_a_mailbox_are_the_same_person() {
    open(1, false);
    String[] spellings = {"ada.l@gmail.com", "adal+2@gmail.com", "A.D.A.L@googlemail.com"};
    for (int i = 0; i < spellings.length; i++) {
      Entry.Person person = new Entry.Person(EmailAddress.of(spellings[i]), 0, Locale.ENGLISH);
      assertThat(campaigns.enter("spring", person))
          .isEqualTo(i == 0 ? Outcome.DONE : Outcome.NOTHING_TO_DO);
    }
  }

  /** Each prize goes to somebody who can be told of it. */
  @Test
  void whoever_was_erased_before_the_draw_is_passed_over_and_keeps_the_number() {
    Campaign campaign = open(2, false);
    for (int i = 0; i < 4; i++) {
      campaigns.enter("spring", person(i));
    }
    List<Integer> order = Lot.winners(campaign.draw.seed, 4, 4);
    PersonalData data =
        PrivacyJdbcModule.personalData(database.jdbc, database.inserts.rows(), Set.of("EMAIL"));
    String first = "p" + (order.get(0) - 1) + "@example.com";
    Identity person =
        new Identity(PersonRef.ofMailbox(first), new Identity.Contact("P", first, ""), List.of());
    database.transactions.run(() -> data.erase(person, "x7", clock.instant()));
    clock.advance(Duration.ofDays(11));
    assertThat(campaigns.draw(campaign.id, campaign.edition)).isEqualTo(Outcome.DONE);

    List<Entry> all = store.entries(campaign.id);
    assertThat(all).hasSize(4);
    assertThat(all.get(order.get(0) - 1).isErased()).isTrue();
    assertThat(store.winners(campaign.id))
        .extracting(entry -> entry.id)
        .containsExactly(all.get(order.get(1) - 1).id, all.get(order.get(2) - 1).id);
    assertThat(campaigns.winningNumbers(campaign))
        .as("what the page says")
        .containsExactly(order.get(1), order.get(2));
    assertThat(told).hasSize(2).noneMatch(m -> m.email.contains("erased"));
  }

  /** One customer, many mailboxes: the first entry takes part. */
  @Test
  void an_account_wins_once_with_whatever_mailboxes_it_entered() {
    Campaign campaign = open(3, false);
    for (int i = 0; i < 6; i++) {
      Entry.Person person = person(i);
      long customer = i < 4 ? 77 : 0;
      campaigns.enter("spring", new Entry.Person(person.email, customer, Locale.ENGLISH));
    }
    clock.advance(Duration.ofDays(11));
    assertThat(campaigns.draw(campaign.id, campaign.edition)).isEqualTo(Outcome.DONE);

    assertThat(campaigns.winningNumbers(campaign)).containsExactlyInAnyOrder(1, 5, 6);
    assertThat(told).hasSize(3);
  }

  @Test
  void of_draws_at_once_one_draws() throws Exception {
    Campaign campaign = open(1, false);
    for (int i = 0; i < 5; i++) {
      campaigns.enter("spring", person(i));
    }
    clock.advance(Duration.ofDays(11));
    List<Outcome> outcomes =
        Together.run(6, i -> () -> campaigns.draw(campaign.id, campaign.edition));
    assertThat(outcomes).containsOnlyOnce(Outcome.DONE);
    assertThat(store.winners(campaign.id)).hasSize(1);
    assertThat(told).hasSize(1);
  }

  @Test
  void every_entry_can_win() {
    Set<Integer> first = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      first.addAll(Lot.winners(Lot.seed(), 10, 1));
    }
    assertThat(first).hasSize(10);
    assertThat(Lot.winners("x", 2, 5)).containsExactlyInAnyOrder(1, 2);
    assertThat(Lot.winners("x", 0, 5)).isEmpty();
  }

  @Test
  void photos_wait_for_staff_count_as_entries_and_have_their_owners_consent() {
    open(1, true);
    Photo photo = new Photo("d".repeat(64), 8, 8, new byte[] {1}, new byte[] {2});
    for (int i = 0; i < 2; i++) {
      assertThat(campaigns.upload("spring", person(1), photo, "Ada", "My tea", "Yes, show it"))
          .isEqualTo(Outcome.DONE);
    }
    assertThat(views.page(StoryState.WAITING, ListPage.newest(10)).rows).hasSize(1);
    assertThat(views.shown(StoryUse.GALLERY, null, 0, 10)).isEmpty();
    assertThat(photos.published(photo.sha256, true)).as("nobody sees it").isEmpty();
    database.jdbc.update("update PP_STORY set STATE = 'SHOWN'");
    assertThat(views.shown(StoryUse.GALLERY, null, 0, 10)).hasSize(1);
    assertThat(views.shown(StoryUse.GALLERY, null, 0, 10).get(0).story.consentText)
        .isEqualTo("Yes, show it");
    assertThat(photos.published(photo.sha256, true)).isPresent();
    database.jdbc.update("update PP_STORY set STATE = 'WITHDRAWN'");
    assertThat(photos.published(photo.sha256, true)).isEmpty();
    assertThat(store.sources(store.find("spring").get().id)).containsEntry(Entry.UPLOAD, 1);
    for (char c = 'e'; c < 'e' + Campaigns.WAITING_MOST; c++) {
      campaigns.upload(
          "spring",
          person(2),
          new Photo(String.valueOf(c).repeat(64), 8, 8, new byte[1], new byte[1]),
          "",
          "",
          "Yes");
    }
    assertThat(campaigns.upload("spring", person(2), photo, "", "", "Yes"))
        .isEqualTo(Outcome.TOO_MANY);
  }

  @Test
  void moments_enter_people_and_are_passed_on() {
    Campaign campaign = open(1, false, "REVIEW_LEFT");
    Moments door = new EnterByMoments(new Told(), store, () -> Locale.ENGLISH, clock);
    List<Moment> moments = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      moments.add(
          Moment.of(i == 2 ? "OTHER" : "REVIEW_LEFT", person(i).email)
              .happened("k" + i, clock.instant()));
    }
    for (int twice = 0; twice < 2; twice++) {
      database.transactions.run(() -> door.report(moments));
    }
    assertThat(store.entries(campaign.id))
        .extracting(e -> e.source)
        .containsExactly("REVIEW_LEFT", "REVIEW_LEFT");
    assertThat(told).hasSize(6);
  }

  @Test
  void what_people_saw_is_not_changed_any_more_and_a_code_is_taken_once() {
    Campaign campaign = open(1, false);
    assertThat(campaigns.save(campaign.but().prizes(9, Campaign.Draw.NONE).build())).isEmpty();
    assertThat(
            campaigns.save(
                Campaign.of("spring", campaign.text)
                    .runs(campaign.startsAt, campaign.endsAt)
                    .build()))
        .isEmpty();
    assertThat(campaigns.close(campaign.id, campaign.edition)).isEqualTo(Outcome.DONE);
    assertThat(campaigns.visible("spring")).isEmpty();
  }
}
