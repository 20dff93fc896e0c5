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
import org.postpurchase.reward.IssueReward;
import org.postpurchase.reward.RedeemReward;
import org.postpurchase.reward.RewardCodeStore;
import org.postpurchase.reward.RewardOffers;
import org.postpurchase.reward.jdbc.RewardJdbcModule;
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
  private final SeriesCatalog catalog;
  private final SeriesVersionStore versions;
  private final EnrollmentStore enrollments;
  private final ExecutionStore executions;
  private final TemplateVersions templateVersions;
  private final RewardCodeStore rewardCodes;
  private final RewardOffers rewardOffers;
  private final IssueReward issueReward;
  private final RedeemReward redeemReward;
  private final ConsentStore consentStore;
  private final Consents consents;
  private final SeriesModel model;
  private final Renderer renderer;
  private final LinkSigner signer;
  private final UnsubscribeLinks links;
  private final ValidateSeries validate;
  private final PublishSeries publish;

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
    issueReward = new IssueReward(rewardCodes, rewardOffers, random);
    redeemReward =
        new RedeemReward(
            rewardCodes,
            rewardOffers,
            () -> grace(new JdbcProgrammeReader(base.jdbc)),
            base.transactions,
            base.clock);
    consentStore =
        ConsentJdbcModule.consents(base.jdbc, base.inserts, channels.main().consentKey());
    consents = new Consents(consentStore, base.transactions, base.clock);
    links = new UnsubscribeLinks(base::shop, signer).by(channels);
    validate =
        new ValidateSeries(
            texts.templates, texts.renderer, model, rewardOffers, channels, base.clock);
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
  private static Duration grace(ProgrammeReader programmes) {
    return Duration.ofDays(programmes.find().map(p -> p.timing.graceDays).orElse(0));
  }

  public SeriesCatalog getCatalog() {
    return catalog;
  }

  public SeriesVersionStore getVersions() {
    return versions;
  }

  public EnrollmentStore getEnrollments() {
    return enrollments;
  }

  public ExecutionStore getExecutions() {
    return executions;
  }

  public TemplateVersions getTemplateVersions() {
    return templateVersions;
  }

  public RewardCodeStore getRewardCodes() {
    return rewardCodes;
  }

  public RewardOffers getRewardOffers() {
    return rewardOffers;
  }

  public IssueReward getIssueReward() {
    return issueReward;
  }

  public RedeemReward getRedeemReward() {
    return redeemReward;
  }

  public ConsentStore getConsentStore() {
    return consentStore;
  }

  public Consents getConsents() {
    return consents;
  }

  public Renderer getRenderer() {
    return renderer;
  }

  /** What texts of a series may show. */
  public SeriesModel getModel() {
    return model;
  }

  /** Signs every kind of link of this shop. */
  public LinkSigner getSigner() {
    return signer;
  }

  public UnsubscribeLinks getLinks() {
    return links;
  }

  public ValidateSeries getValidate() {
    return validate;
  }

  public PublishSeries getPublish() {
    return publish;
  }
}
