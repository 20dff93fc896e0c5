package org.postpurchase.admin.preset;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.servlet.http.HttpServletResponse;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.broadleaf.admin.PresetRecord;
import org.postpurchase.broadleaf.config.Infrastructure;
import org.postpurchase.broadleaf.config.TriggersOfShop;
import org.postpurchase.broadleaf.entity.Series;
import org.postpurchase.broadleaf.settings.PresetGallery;
import org.postpurchase.shared.AuditLog;
import org.postpurchase.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/**
 * The gallery. Looking needs READ on {@link PresetRecord}, taking one needs that one may add {@link
 * Series}.
 */
@Controller
@RequestMapping("/" + PresetsController.SECTION)
class PresetsController extends PageController {
  static final String SECTION = "post-purchase-presets";
  private static final String NAME = "PostPurchase_Preset_";

  private final AdminAccess access;
  private final PresetGallery gallery;
  private final PresetMails mails;
  private final AuditLog audit;
  private final Transactions transactions;
  private final Words words;
  private final TriggersOfShop triggers;

  public PresetsController(
      AdminAccess access,
      Infrastructure base,
      PresetGallery gallery,
      PresetMails mails,
      TriggersOfShop triggers,
      Words words) {
    this.access = access;
    this.gallery = gallery;
    this.mails = mails;
    this.triggers = triggers;
    this.words = words;
    audit = base.audit;
    transactions = base.transactions;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(Locale locale, Model model) throws SecurityServiceException {
    access.requireRead(PresetRecord.class);
    PresetMails.Pictures pictures = mails.in(language(locale.getLanguage()));
    List<PresetCard> cards = new ArrayList<>();
    for (PresetGallery.Preset preset : gallery.all()) {
      String html = pictures.of(preset.mails.get(0).templateKey).html;
      cards.add(new PresetCard(preset, trigger(preset, locale), html));
    }
    model.addAttribute("cards", cards);
    model.addAttribute("mayUse", mayUse());
    return frame(model, SECTION, "presets");
  }

  private String trigger(PresetGallery.Preset preset, Locale locale) {
    String label =
        triggers.get().find(preset.triggerKey).map(t -> t.label(locale)).orElse(preset.triggerKey);
    return words.of("PostPurchase_Choice_triggerKey_" + preset.triggerKey, label, locale);
  }

  private boolean mayUse() {
    return access.may(Series.class, EntityOperationType.ADD);
  }

  private String language(String wanted) {
    return gallery.languages().contains(wanted) ? wanted : gallery.languages().get(0);
  }

  @RequestMapping(value = "/{key:[a-z-]{1,60}}", method = RequestMethod.GET)
  public String one(
      @PathVariable("key") String key,
      @RequestParam(value = "language", defaultValue = "") String wanted,
      Locale locale,
      Model model,
      HttpServletResponse response)
      throws SecurityServiceException {
    access.requireRead(PresetRecord.class);
    Optional<PresetGallery.Preset> found = find(key);
    if (!found.isPresent()) {
      response.setStatus(HttpServletResponse.SC_NOT_FOUND);
      model.addAttribute("missing", "PostPurchase_Missing_Record");
      return frame(model, SECTION, "missing");
    }
    PresetGallery.Preset preset = found.get();
    String language = language(wanted.isEmpty() ? locale.getLanguage() : wanted);
    PresetMails.Pictures pictures = mails.in(language);
    List<PresetMailRow> rows = new ArrayList<>();
    for (PresetGallery.Mail mail : preset.mails) {
      rows.add(new PresetMailRow(mail, pictures.of(mail.templateKey)));
    }
    model.addAttribute("key", key);
    model.addAttribute("trigger", trigger(preset, locale));
    model.addAttribute("rows", rows);
    model.addAttribute("language", language);
    model.addAttribute("languages", gallery.languages());
    model.addAttribute("mayUse", mayUse());
    return frame(model, SECTION, "preset");
  }

  private Optional<PresetGallery.Preset> find(String key) {
    return gallery.all().stream().filter(p -> p.key.equals(key)).findFirst();
  }

  @RequestMapping(value = "/{key:[a-z-]{1,60}}/use", method = RequestMethod.POST)
  public String use(@PathVariable("key") String key, Locale locale, RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(Series.class, EntityOperationType.ADD, "use preset", "preset " + key);
    String name = words.of(NAME + key, Words.readable(key), locale);
    Optional<Long> id =
        transactions.call(
            () -> {
              Optional<Long> added = gallery.use(key, name);
              added.ifPresent(
                  series ->
                      audit.done(
                          access.actor(), "use preset", "preset " + key, "series " + series));
              return added;
            });
    tell(redirect, id.isPresent(), "PostPurchase_Presets_" + (id.isPresent() ? "Used" : "Gone"));
    return "redirect:/" + (id.isPresent() ? "post-purchase-designer/" + id.get() : SECTION);
  }
}
