package org.postpurchase.admin.mails;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.broadleafcommerce.common.exception.SecurityServiceException;
import org.broadleafcommerce.openadmin.server.security.remote.EntityOperationType;
import org.postpurchase.admin.access.AdminAccess;
import org.postpurchase.admin.ui.PageController;
import org.postpurchase.admin.ui.Words;
import org.postpurchase.blocks.Block;
import org.postpurchase.blocks.BlockStore;
import org.postpurchase.blocks.Composition;
import org.postpurchase.broadleaf.entity.MessageTemplate;
import org.postpurchase.shared.LocaleCode;
import org.postpurchase.shared.Transactions;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The library of mails. Looking needs READ on {@link MessageTemplate}, everything else UPDATE. */
@Controller
@RequestMapping("/" + MailsController.SECTION)
class MailsController extends PageController {
  static final String SECTION = "post-purchase-mails";

  private final AdminAccess access;
  private final MailLibrary library;
  private final EditMails edit;
  private final BlockStore blocks;
  private final Words words;
  private final Transactions transactions;

  public MailsController(
      AdminAccess access,
      MailLibrary library,
      EditMails edit,
      BlockStore blocks,
      Words words,
      Transactions transactions) {
    this.access = access;
    this.library = library;
    this.edit = edit;
    this.blocks = blocks;
    this.words = words;
    this.transactions = transactions;
  }

  @RequestMapping(value = "", method = RequestMethod.GET)
  public String list(
      @RequestParam(value = "archived", defaultValue = "") String archived,
      Locale locale,
      Model model)
      throws SecurityServiceException {
    access.requireRead(MessageTemplate.class);
    boolean away = "true".equals(archived);
    List<MailRow> rows = new ArrayList<>();
    int put = 0;
    for (MailRow row : library.rows(locale)) {
      put += row.archived ? 1 : 0;
      if (row.archived == away) {
        rows.add(row);
      }
    }
    model.addAttribute("rows", rows);
    model.addAttribute("away", away);
    model.addAttribute("awayCount", put);
    model.addAttribute("languages", languages());
    model.addAttribute("own", locale.getLanguage());
    model.addAttribute("mayEdit", access.may(MessageTemplate.class, EntityOperationType.UPDATE));
    return frame(model, SECTION, "mails");
  }

  /** Languages that new mails are offered in, by code and in themselves. */
  static Map<String, String> languages() {
    Map<String, String> languages = new LinkedHashMap<>();
    for (String code : new String[] {"en", "de", "fr", "es", "it", "nl", "pl", "ar"}) {
      Locale locale = LocaleCode.parse(code);
      languages.put(code, locale.getDisplayLanguage(locale));
    }
    return languages;
  }

  @RequestMapping(value = "/add", method = RequestMethod.POST)
  public String add(
      @RequestParam("name") String name,
      @RequestParam("language") String language,
      Locale locale,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    if (!EditMails.isName(name) || !languages().containsKey(language)) {
      access.require(MessageTemplate.class, EntityOperationType.UPDATE, "add mail", "mail");
      tell(redirect, false, "PostPurchase_Mails_Bad_Name");
      return "redirect:/" + SECTION;
    }
    long id = edit.add(name.trim(), language, first(LocaleCode.parse(language)));
    tell(redirect, true, "PostPurchase_Mails_Flash_Added");
    return "redirect:/" + SECTION + "/" + id;
  }

  /** What a new mail begins with: nobody likes an empty page. */
  private Composition first(Locale locale) {
    List<Block> begin = new ArrayList<>();
    begin.add(block("HEADING", "text", hello(locale)));
    begin.add(block("TEXT", "text", words.filled("PostPurchase_Mails_First_Text", locale)));
    Map<String, String> button = new LinkedHashMap<>();
    button.put("label", words.filled("PostPurchase_Mails_First_Button", locale));
    button.put("url", "{{shop.url}}");
    begin.add(new Block("BUTTON", button));
    return new Composition(
        words.filled("PostPurchase_Mails_First_Subject", locale, "{{shop.name}}"), "", "", begin);
  }

  private String hello(Locale locale) {
    String otherwise = words.of("PostPurchase_MailFieldElse_customer.firstName", "", locale);
    String name = "{{customer.firstName" + (otherwise.isEmpty() ? "" : "|" + otherwise) + "}}";
    return words.filled("PostPurchase_Mails_First_Heading", locale, name);
  }

  private static Block block(String kind, String field, String value) {
    return new Block(kind, Collections.singletonMap(field, value));
  }

  @RequestMapping(value = "/copy", method = RequestMethod.POST)
  public String copy(@RequestParam("key") String key, Locale locale, RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(MessageTemplate.class, EntityOperationType.UPDATE, "copy mail", "mail");
    if (library.ofKey(key).isEmpty()) {
      tell(redirect, false, "PostPurchase_Missing_Template");
      return "redirect:/" + SECTION;
    }
    String name = words.filled("PostPurchase_Mails_CopyOf", locale, library.name(key, locale));
    long id = edit.copy(library, key, name.length() > 120 ? name.substring(0, 120) : name);
    tell(redirect, true, "PostPurchase_Mails_Flash_Copied");
    return "redirect:/" + SECTION + "/" + id;
  }

  @RequestMapping(value = "/rename", method = RequestMethod.POST)
  public String rename(
      @RequestParam("key") String key,
      @RequestParam("name") String name,
      @RequestParam(value = "back", defaultValue = "") String back,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(MessageTemplate.class, EntityOperationType.UPDATE, "name mail", "mail");
    boolean good = EditMails.isName(name) && !library.ofKey(key).isEmpty();
    if (good) {
      BlockStore.Label before = transactions.call(() -> blocks.label(key));
      good = edit.label(key, name.trim(), before.isArchived(), before.edition);
    }
    tell(redirect, good, good ? "PostPurchase_Mails_Flash_Renamed" : "PostPurchase_Mails_Bad_Name");
    return "redirect:/" + SECTION + (back.matches("\\d{1,18}") ? "/" + back : "");
  }

  /** Puts a mail away, or takes it out again; refused while a series that is on sends it. */
  @RequestMapping(value = "/archive", method = RequestMethod.POST)
  public String archive(
      @RequestParam("key") String key,
      @RequestParam(value = "away", defaultValue = "true") boolean away,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(MessageTemplate.class, EntityOperationType.UPDATE, "put mail away", "mail");
    if (away && !library.runningUses(key).isEmpty()) {
      tell(redirect, false, "PostPurchase_Mails_Flash_Used");
      return "redirect:/" + SECTION;
    }
    BlockStore.Label before = transactions.call(() -> blocks.label(key));
    boolean done =
        !library.ofKey(key).isEmpty() && edit.label(key, before.name, away, before.edition);
    String good = away ? "PostPurchase_Mails_Flash_Away" : "PostPurchase_Mails_Flash_Back";
    tell(redirect, done, done ? good : "PostPurchase_Mails_Flash_Changed");
    return "redirect:/" + SECTION;
  }

  /** The mail in a further language. */
  @RequestMapping(value = "/{id:\\d+}/language", method = RequestMethod.POST)
  public String language(
      @PathVariable("id") long id,
      @RequestParam("language") String language,
      RedirectAttributes redirect)
      throws SecurityServiceException {
    access.require(MessageTemplate.class, EntityOperationType.UPDATE, "add language", "mail");
    Optional<MessageTemplate> from = library.find(id);
    boolean free =
        from.isPresent()
            && languages().containsKey(language)
            && library.ofKey(from.get().getTemplateKey()).stream()
                .noneMatch(t -> t.getLocaleCode().equals(language));
    if (!free) {
      tell(redirect, false, "PostPurchase_Mails_Flash_Changed");
      return "redirect:/" + SECTION;
    }
    tell(redirect, true, "PostPurchase_Mails_Flash_Language");
    return "redirect:/" + SECTION + "/" + edit.addLanguage(from.get(), language);
  }
}
