package org.postpurchase.broadleaf.config;

import java.util.function.Consumer;
import org.postpurchase.ask.AskStore;
import org.postpurchase.broadleaf.restraint.ShopCategories;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.SoftOptIn;
import org.postpurchase.consent.SoftOptInLaw;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageModel;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.restraint.ContactBudget;
import org.postpurchase.restraint.OptInChecks;
import org.postpurchase.restraint.OptInMessages;
import org.postpurchase.restraint.OptInStore;
import org.postpurchase.restraint.PaceStore;
import org.postpurchase.restraint.PreferenceLinks;
import org.postpurchase.restraint.Preferences;
import org.postpurchase.restraint.SendingHours;
import org.postpurchase.restraint.SendingLaw;
import org.postpurchase.restraint.jdbc.RestraintJdbcModule;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.tracking.LinkSigner;

/** How much advertising people get, when, and what they wish; put together once for each webapp. */
public final class RestraintParts {
  public final SendingLaw law = SendingLaw.shipped();
  private final SendingHours hours = new SendingHours(law);
  private final ContactBudget budget;
  public final Preferences preferences;
  public final PreferenceLinks links;

  /** What people can be interested in. */
  public final ShopCategories categories;

  /** What the merchant has set for each channel. */
  public final PaceStore paces;

  private final OptInMessages optInMessages;
  private Runnable looksAgain = () -> {};

  /** Ticks that have to be confirmed. */
  public final OptInChecks optIns;

  /** Whether an objection is offered to buyers of a country; asks in the caller's transaction. */
  public final SoftOptIn softOptIn;

  RestraintParts(
      Infrastructure base,
      Channels channels,
      Consents consents,
      AskStore asks,
      LinkSigner signer,
      MessageStore messages) {
    OptInStore checks = RestraintJdbcModule.optIns(base.jdbc, base.inserts);
    OptInChecks.Links checkLinks = new OptInChecks.Links(base::shop, signer);
    optInMessages =
        new OptInMessages(messages, checks, checkLinks, () -> channels.main().key(), base::shop);
    optIns =
        new OptInChecks(
            checks, optInMessages, () -> consents, checkLinks, base.transactions, base.clock);
    SoftOptInLaw softLaw = SoftOptInLaw.shipped();
    softOptIn = country -> softLaw.allows(country) && checks.isSoft();
    consents.with(optIns).with(softOptIn);
    budget = new ContactBudget(RestraintJdbcModule.contacts(base.jdbc, base.inserts), law);
    preferences =
        new Preferences(
            RestraintJdbcModule.preferences(base.jdbc, base.inserts),
            consents,
            asks,
            base.transactions,
            base.clock);
    links = new PreferenceLinks(base::shop, signer);
    paces = RestraintJdbcModule.paces(base.jdbc, base.inserts);
    categories = new ShopCategories(base.jdbc);
  }

  RestraintParts telling(Consumer<String> eased, Runnable newLooksAgain) {
    preferences.telling(eased);
    looksAgain = newLooksAgain;
    return this;
  }

  /**
   * Lets what waits by a channel's hours or least time be looked at again; to be called in the
   * transaction in which others are saved.
   */
  public void paceChanged() {
    looksAgain.run();
  }

  SeriesEngine.Sources restrain(SeriesEngine.Sources sources) {
    return sources.restrained(budget, hours);
  }

  /** What messages show, those that ask for a confirmation included. */
  MessageModel asking(MessageModel others) {
    return optInMessages.model(others);
  }
}
