package org.postpurchase.broadleaf.config;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Random;
import org.postpurchase.broadleaf.settings.JdbcProgrammeReader;
import org.postpurchase.consent.ConsentStore;
import org.postpurchase.consent.Consents;
import org.postpurchase.consent.jdbc.ConsentJdbcModule;
import org.postpurchase.loyalty.ProgrammeReader;
import org.postpurchase.messaging.Channels;
import org.postpurchase.messaging.MessageStore;
import org.postpurchase.messaging.Renderer;
import org.postpurchase.messaging.TemplateReader;
import org.postpurchase.messaging.TemplateVersions;
import org.postpurchase.order.OrderLineStore;
import org.postpurchase.reward.CodeLife;
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.reward.jdbc.RewardJdbcModule;
import org.postpurchase.segment.SegmentStore;
import org.postpurchase.segment.jdbc.SegmentJdbcModule;
import org.postpurchase.series.DecisionStore;
import org.postpurchase.series.DueSteps;
import org.postpurchase.series.EnrollmentStore;
import org.postpurchase.series.ExecutionStore;
import org.postpurchase.series.PublishSeries;
import org.postpurchase.series.SeriesCatalog;
import org.postpurchase.series.SeriesEngine;
import org.postpurchase.series.SeriesModel;
import org.postpurchase.series.SeriesVersionStore;
import org.postpurchase.series.UnsubscribeLinks;
import org.postpurchase.series.ValidateSeries;
import org.postpurchase.series.jdbc.SeriesJdbcModule;
import org.postpurchase.shared.AttemptPolicy;
import org.postpurchase.tracking.LinkSigner;

/** Stores and use cases around series, codes and consents, put together once for each webapp. */
public final class SeriesParts {
  public final SeriesCatalog catalog;
  public final SeriesVersionStore versions;
  public final EnrollmentStore enrollments;
  public final ExecutionStore executions;
  public final TemplateVersions templateVersions;
  public final RewardCodeStore rewardCodes;
  public final RewardOffers rewardOffers;
  public final IssueReward issueReward;
  public final RedeemReward redeemReward;
  public final ConsentStore consentStore;
  public final Consents consents;

  /** What texts of a series may show. */
  public final SeriesModel model;

  public final Renderer renderer;

  /** Signs every kind of link of this shop. */
  public final LinkSigner signer;

  public final UnsubscribeLinks links;
  public final ValidateSeries validate;
  public final PublishSeries publish;

  SeriesParts(
      Infrastructure base,
      Channels channels,
      SeriesCatalog catalog,
      SeriesModel model,
      RewardOffers rewardOffers,
      Texts texts) {
    SecureRandom random = new SecureRandom();
    this.catalog = catalog;
    this.model = model;
    this.rewardOffers = rewardOffers;
    signer = texts.signer;
    renderer = texts.renderer;
    templateVersions = texts.versions;
    versions = SeriesJdbcModule.versions(base.jdbc, base.dialect);
    enrollments = SeriesJdbcModule.enrollments(base.jdbc, base.inserts, base.dialect);
    executions = SeriesJdbcModule.executions(base.jdbc, base.dialect);
    rewardCodes = RewardJdbcModule.codes(base.jdbc, base.inserts);
    CodeLife life = new CodeLife(base::zone);
    issueReward = new IssueReward(rewardCodes, rewardOffers, life, random);
    redeemReward =
        new RedeemReward(
            rewardCodes,
            rewardOffers,
            now -> life.until(now, graceDays(new JdbcProgrammeReader(base.jdbc))),
            base.transactions,
            base.clock);
    consentStore =
        ConsentJdbcModule.consents(base.jdbc, base.inserts, channels.main().consentKey());
    consents = new Consents(consentStore, base.transactions, base.clock);
    links = new UnsubscribeLinks(base::shop, signer).by(channels);
    SegmentStore segments = SegmentJdbcModule.segments(base.jdbc, base.inserts);
    validate =
        new ValidateSeries(
                texts.templates, texts.renderer, model, rewardOffers, channels, base.clock)
            .with(key -> segments.find(key).isPresent());
    publish = new PublishSeries(versions, texts.templates, templateVersions);
  }

  /**
   * The engine on these parts, run by one node.
   *
   * @param batch how many due steps are decided in one transaction
   */
  SeriesEngine engine(Infrastructure base, SeriesEngine.Sources sources, Facts facts, int batch) {
    return new SeriesEngine(
        new SeriesEngine.Stores(
            versions, enrollments, executions, facts.decisions, facts.messages, facts.lines),
        sources,
        new SeriesEngine.Rewards(rewardCodes, issueReward, redeemReward),
        consents,
        new DueSteps.Pace(
                new AttemptPolicy(5, Duration.ofSeconds(5), Duration.ofMinutes(10), new Random()),
                base.transactions,
                base.clock)
            .inBatchesOf(batch));
  }

  /** What texts are made of and their links signed with. */
  static final class Texts {
    final TemplateReader templates;
    final TemplateVersions versions;
    final Renderer renderer;
    final LinkSigner signer;

    Texts(
        TemplateReader templates, TemplateVersions versions, Renderer renderer, LinkSigner signer) {
      this.templates = templates;
      this.versions = versions;
      this.renderer = renderer;
      this.signer = signer;
    }
  }

  /** Stores of other features that the engine writes to. */
  static final class Facts {
    final DecisionStore decisions;
    final MessageStore messages;
    final OrderLineStore lines;

    Facts(DecisionStore decisions, MessageStore messages, OrderLineStore lines) {
      this.decisions = decisions;
      this.messages = messages;
      this.lines = lines;
    }
  }

  /** The programme's, also for codes that nobody paid points for. */
  private static int graceDays(ProgrammeReader programmes) {
    return programmes.find().map(p -> p.timing.graceDays).orElse(0);
  }
}
