package org.postpurchase.interest;

import static java.util.Objects.requireNonNull;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.postpurchase.consent.ConsentDecision;
import org.postpurchase.consent.ConsentRecord;
import org.postpurchase.consent.ConsentSource;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.Consents;
import org.postpurchase.shared.EmailAddress;
import org.postpurchase.shared.KeptBriefly;
import org.postpurchase.shared.Transactions;
import org.postpurchase.tracking.LinkPurpose;
import org.postpurchase.tracking.LinkRefusedException;
import org.postpurchase.tracking.LinkSigner;

/**
 * Who looks at which products, on the shop's own pages.
 *
 * <p>Nothing is asked of shoppers and nothing is written while no series and no segment of the shop
 * uses it. Then only of a person who has agreed to it, which is a consent of its own beside the one
 * to advertising; taking it back deletes what was written. Visits within half an hour of each other
 * count as one, and at most two hundred products are kept of one person, each for thirty days after
 * the last visit. Safe for concurrent use.
 */
public final class Interests {
  /** Path of the address to which a product's page reports; the token follows. */
  public static final String PATH = "/post-purchase/seen/";

  /** For so long after the last visit a product is kept. */
  public static final Duration KEPT = Duration.ofDays(30);

  static final Duration VISIT = Duration.ofMinutes(30);
  static final int PRODUCTS_MAX = 200;
  private static final Duration LOOK_AGAIN = Duration.ofSeconds(30);

  private final InterestStore store;
  private final ConsentStore choices;
  private final Ground ground;
  private final Transactions transactions;
  private final Clock clock;
  private Consumer<String> forgotten = mailbox -> {};
  private final KeptBriefly<Boolean> wanted;

  /** What it asks of the shop. Immutable. */
  public static final class Ground {
    final BooleanSupplier wanted;
    final Function<Set<Long>, Map<Long, Set<Long>>> categories;
    final Supplier<LinkSigner> signer;

    /**
     * @param wanted whether any series or segment uses it; asked within a transaction
     * @param categories of products, those above them included
     */
    public Ground(
        BooleanSupplier wanted,
        Function<Set<Long>, Map<Long, Set<Long>>> categories,
        Supplier<LinkSigner> signer) {
      this.wanted = requireNonNull(wanted, "wanted");
      this.categories = requireNonNull(categories, "categories");
      this.signer = requireNonNull(signer, "signer");
    }
  }

  public Interests(
      InterestStore store,
      ConsentStore consents,
      Ground ground,
      Transactions transactions,
      Clock clock) {
    this.store = requireNonNull(store, "store");
    this.choices = consents.by(ConsentStore.BROWSING);
    this.ground = requireNonNull(ground, "ground");
    this.transactions = transactions;
    this.clock = clock;
    wanted =
        new KeptBriefly<>(LOOK_AGAIN, clock, () -> transactions.call(ground.wanted::getAsBoolean));
  }

  /**
   * Tells it whose rows have gone, in the transaction in which they went; set once, before the
   * first use.
   */
  public Interests telling(Consumer<String> hearer) {
    forgotten = hearer;
    return this;
  }

  /** Whether anything uses it; what is half a minute old will do, since pages ask this. */
  public boolean isWanted() {
    return wanted.get();
  }

  /** Whether the person has agreed, and has not taken it back. */
  public boolean isAgreed(String mailbox) {
    return transactions.call(() -> agreed(EmailAddress.keyOf(mailbox)));
  }

  private boolean agreed(String mailbox) {
    return choices
        .latest(mailbox)
        .filter(last -> last.decision == ConsentDecision.GRANTED)
        .isPresent();
  }

  /**
   * The person agrees, or does not any more, on a page that only the reader of the mailbox or of
   * the account can open. Saying the same again changes nothing. Without a yes nothing is kept.
   *
   * @param textShown what the person read beside the box
   */
  public void choose(String contact, boolean yes, String textShown, String localeCode) {
    String mailbox = EmailAddress.keyOf(contact);
    transactions.run(
        () -> {
          if (agreed(mailbox) != yes) {
            Instant now = clock.instant();
            choices.record(
                new ConsentRecord(
                    "browsing:" + yes + ":" + mailbox + ":" + now.toEpochMilli(),
                    mailbox,
                    yes ? ConsentDecision.GRANTED : ConsentDecision.WITHDRAWN,
                    yes ? Consents.CONSENT : "",
                    ConsentSource.LINK,
                    new ConsentRecord.Shown(textShown, localeCode),
                    0,
                    now));
          }
          if (!yes && store.forget(mailbox) > 0) {
            forgotten.accept(mailbox);
          }
        });
  }

  /** Part of an address under {@link #PATH} that stands for a product; good for a day. */
  public String token(long productId) {
    return ground.signer.get().seal(LinkPurpose.SEEN, String.valueOf(productId));
  }

  /** The product of such a token; empty when it is none of ours, or too old. */
  public OptionalLong product(String token) {
    try {
      return OptionalLong.of(Long.parseLong(ground.signer.get().open(LinkPurpose.SEEN, token)));
    } catch (LinkRefusedException | NumberFormatException notOurs) {
      return OptionalLong.empty();
    }
  }

  /** What a browser may keep so that its user is known by this mailbox. */
  public String known(String mailbox) {
    return ground.signer.get().seal(LinkPurpose.KNOWN, EmailAddress.keyOf(mailbox));
  }

  /** The mailbox's key that a browser has kept; empty when it is none of ours, or too old. */
  public Optional<String> mailbox(String kept) {
    try {
      return Optional.of(ground.signer.get().open(LinkPurpose.KNOWN, kept))
          .filter(mailbox -> !mailbox.isEmpty());
    } catch (LinkRefusedException notOurs) {
      return Optional.empty();
    }
  }

  /**
   * Somebody is looking at a product's page; returns whether that was written, which it is only of
   * who has agreed and while it is wanted.
   *
   * @param customerId 0 for somebody who is not signed in
   */
  public boolean saw(String contact, long customerId, long productId) {
    String mailbox = EmailAddress.keyOf(contact);
    if (mailbox.isEmpty() || !isWanted()) {
      return false;
    }
    return transactions.call(
        () -> {
          boolean room =
              agreed(mailbox)
                  && (store.has(mailbox, productId) || store.products(mailbox) < PRODUCTS_MAX);
          if (room) {
            Set<Long> categories =
                ground
                    .categories
                    .apply(Collections.singleton(productId))
                    .getOrDefault(productId, Collections.emptySet());
            store.saw(mailbox, customerId, productId, categories, clock.instant(), VISIT);
          }
          return room;
        });
  }
}
