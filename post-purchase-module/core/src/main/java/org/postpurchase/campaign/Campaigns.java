package org.postpurchase.campaign;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.postpurchase.moment.Moment;
import org.postpurchase.moment.MomentValues;
import org.postpurchase.moment.Moments;
import org.postpurchase.review.Photo;
import org.postpurchase.review.PhotoStore;
import org.postpurchase.shared.LocalText;
import org.postpurchase.shared.ShownText;
import org.postpurchase.shared.Transactions;
import org.postpurchase.story.Story;
import org.postpurchase.story.StoryKind;
import org.postpurchase.story.StoryStore;
import org.postpurchase.story.StoryUse;

/** What visitors and staff do with campaigns. May run on any number of nodes. */
public final class Campaigns {
  public static final int WORDS_MAX = 500;

  /** Photos of one mailbox that nobody has looked at yet. */
  public static final int WAITING_MOST = 5;

  private final CampaignStore store;
  private final StoryStore stories;
  private final PhotoStore photos;
  private final Supplier<Moments> moments;
  private final Transactions transactions;
  private final Clock clock;

  public Campaigns(
      CampaignStore store,
      StoryStore stories,
      PhotoStore photos,
      Supplier<Moments> moments,
      Transactions transactions,
      Clock clock) {
    this.store = store;
    this.stories = stories;
    this.photos = photos;
    this.moments = moments;
    this.transactions = transactions;
    this.clock = clock;
  }

  /** What became of it. */
  public enum Outcome {
    DONE,
    /** It was so already. */
    NOTHING_TO_DO,
    /** Another admin has changed it since it was looked at. */
    CHANGED_MEANWHILE,
    /** Not in the campaign's time, or not what it takes. */
    CLOSED,
    /** Too many photos of this mailbox wait. */
    TOO_MANY,
    MISSING
  }

  /** Those whose page is there: open, or drawn. */
  public Optional<Campaign> visible(String code) {
    return transactions.call(
        () ->
            store
                .find(code)
                .filter(c -> c.state == CampaignState.OPEN || c.state == CampaignState.DRAWN));
  }

  /** Whether entries and photos count now. */
  public boolean isOpen(Campaign campaign) {
    return campaign.takesEntriesAt(clock.instant());
  }

  public int entries(Campaign campaign) {
    return transactions.call(() -> store.count(campaign.id));
  }

  /** Which entries won, by their number from 1, first prize first; none before the draw. */
  public List<Integer> winningNumbers(Campaign campaign) {
    return transactions.call(() -> store.winningNumbers(campaign.id));
  }

  /** Enters a person without a purchase; a mailbox that takes part already stays as it is. */
  public Outcome enter(String code, Entry.Person person) {
    return transactions.call(
        () -> {
          Campaign campaign = store.find(code).orElse(null);
          if (campaign == null || !isOpen(campaign) || campaign.prizes == 0) {
            return Outcome.CLOSED;
          }
          return enter(campaign, person, Entry.FREE) ? Outcome.DONE : Outcome.NOTHING_TO_DO;
        });
  }

  private boolean enter(Campaign campaign, Entry.Person person, String source) {
    return store.enter(
        Collections.singletonList(new Entry(0, campaign.id, person, source, 0, clock.instant())));
  }

  /**
   * Takes a photo and the right to show it, and enters its owner where there is a draw. The same
   * photo of the same mailbox again changes nothing. Nobody sees it before staff has chosen it.
   *
   * @param words of at most {@value #WORDS_MAX} characters; longer ones are cut
   * @param sentence what the owner agreed to, word for word
   */
  public Outcome upload(
      String code,
      Entry.Person person,
      Photo photo,
      String nickname,
      String words,
      String sentence) {
    return transactions.call(
        () -> {
          Campaign campaign = store.find(code).orElse(null);
          if (campaign == null || !isOpen(campaign) || !campaign.uploads) {
            return Outcome.CLOSED;
          }
          String contact = person.email.key();
          if (stories.waiting(campaign.id, contact) >= WAITING_MOST) {
            return Outcome.TOO_MANY;
          }
          Instant now = clock.instant();
          photos.keep(photo, now);
          String key =
              "campaign:" + campaign.id + ":" + Lot.sha256(contact + photo.sha256).substring(0, 64);
          stories.add(
              Story.of(StoryKind.PHOTO, key, new Story.Origin(0, campaign.id, 0, contact))
                  .by(ShownText.line(nickname, 40), person.locale)
                  .words(ShownText.paragraphs(words, WORDS_MAX))
                  .picture(photo.sha256)
                  .given(Collections.singleton(StoryUse.GALLERY), sentence, now)
                  .created(now)
                  .build());
          if (campaign.prizes > 0) {
            enter(campaign, person, Entry.UPLOAD);
          }
          return Outcome.DONE;
        });
  }

  /**
   * Adds a campaign as a draft, or changes one that nobody has seen yet. The seed of a draw is made
   * with the first save.
   *
   * @return its id, or empty if the code is taken or it is past being changed
   */
  public Optional<Long> save(Campaign wanted) {
    return transactions.call(
        () -> {
          Campaign.Draw draw = Campaign.Draw.NONE;
          if (wanted.prizes > 0) {
            String seed = Lot.seed();
            draw = new Campaign.Draw(seed, Lot.sha256(seed), "", null);
          }
          if (wanted.id == 0) {
            return store.add(wanted.but().prizes(wanted.prizes, draw).build());
          }
          Campaign known = store.lock(wanted.id).orElse(null);
          if (known == null
              || known.state != CampaignState.DRAFT
              || known.edition != wanted.edition) {
            return Optional.empty();
          }
          boolean sameDraw = known.prizes > 0 && wanted.prizes > 0;
          store.save(wanted.but().prizes(wanted.prizes, sameDraw ? known.draw : draw).build());
          return Optional.of(known.id);
        });
  }

  /** Opens a draft: its page is there, and what people agreed to does not change any more. */
  public Outcome open(long id, int edition) {
    return move(id, edition, CampaignState.DRAFT, CampaignState.OPEN);
  }

  /** Takes its page off without a draw. */
  public Outcome close(long id, int edition) {
    return move(id, edition, CampaignState.OPEN, CampaignState.CLOSED);
  }

  private Outcome move(long id, int edition, CampaignState from, CampaignState to) {
    return transactions.call(
        () -> {
          Campaign known = store.lock(id).orElse(null);
          if (known == null) {
            return Outcome.MISSING;
          }
          if (known.edition != edition) {
            return Outcome.CHANGED_MEANWHILE;
          }
          if (known.state != from) {
            return Outcome.NOTHING_TO_DO;
          }
          store.save(known.but().state(to).build());
          return Outcome.DONE;
        });
  }

  /**
   * Draws the winners after the end, once; reports {@link ContestWonTrigger} for each in the same
   * transaction.
   */
  public Outcome draw(long id, int edition) {
    return transactions.call(
        () -> {
          Campaign known = store.lock(id).orElse(null);
          if (known == null) {
            return Outcome.MISSING;
          }
          if (known.edition != edition) {
            return Outcome.CHANGED_MEANWHILE;
          }
          Instant now = clock.instant();
          if (known.state != CampaignState.OPEN
              || known.prizes == 0
              || now.isBefore(known.endsAt)) {
            return Outcome.CLOSED;
          }
          draw(known, now);
          return Outcome.DONE;
        });
  }

  private void draw(Campaign known, Instant now) {
    List<Entry> all = store.entries(known.id);
    List<Moment> won = new ArrayList<>();
    Set<Long> again = entriesOfTheSameAccounts(all);
    int place = 0;
    for (int number : Lot.winners(known.draw.seed, all.size(), all.size())) {
      Entry entry = all.get(number - 1);
      if (place < known.prizes && !entry.isErased() && !again.contains(entry.id)) {
        store.place(entry.id, ++place);
        won.add(won(known, entry, place, now));
      }
    }
    Campaign.Draw draw =
        new Campaign.Draw(
            known.draw.seed, known.draw.commitment, Lot.hash(all, known.draw.seed), now);
    store.save(known.but().state(CampaignState.DRAWN).prizes(known.prizes, draw).build());
    moments.get().report(won);
  }

  /** Of an account that entered with several mailboxes the first entry alone takes part. */
  private static Set<Long> entriesOfTheSameAccounts(List<Entry> inOrder) {
    Set<Long> accounts = new HashSet<>();
    return inOrder.stream()
        .filter(entry -> entry.customerId != 0 && !accounts.add(entry.customerId))
        .map(entry -> entry.id)
        .collect(Collectors.toSet());
  }

  private static Moment won(Campaign campaign, Entry entry, int place, Instant now) {
    Moment.Builder moment =
        Moment.of(ContestWonTrigger.KEY, entry.email)
            .reader("", entry.locale)
            .values(
                MomentValues.none()
                    .text("contest", LocalText.in(campaign.text.title, entry.locale))
                    .number("prize", place));
    if (entry.customerId != 0) {
      moment.customer(entry.customerId);
    }
    return moment.happened("campaign:" + campaign.id + ":" + entry.id, now);
  }
}
