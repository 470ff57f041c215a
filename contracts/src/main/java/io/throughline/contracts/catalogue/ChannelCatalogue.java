package io.throughline.contracts.catalogue;

import static io.throughline.contracts.catalogue.Channel.Group;
import static io.throughline.contracts.catalogue.Channel.Timing.ASYNCHRONOUS;
import static io.throughline.contracts.catalogue.Channel.Timing.LIVE;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The channels of the contract. A tenant can add codes with these attributes; a code nobody added is accepted too. */
public final class ChannelCatalogue {

    private static final List<Channel> STANDARD = List.of(
            assisted("phone", Group.VOICE),
            assisted("callback", Group.VOICE),
            selfService("ivr", Group.VOICE),
            selfService("voicebot", Group.VOICE),
            assisted("video", Group.VOICE),
            assisted("chat", Group.CHAT),
            selfService("chatbot", Group.CHAT),
            asynchronous("email", Group.EMAIL),
            selfService("web", Group.DIGITAL),
            selfService("app", Group.DIGITAL),
            selfService("kiosk", Group.PHYSICAL),
            asynchronous("sms", Group.MESSAGING),
            asynchronous("whatsapp", Group.MESSAGING),
            asynchronous("messenger", Group.MESSAGING),
            asynchronous("line", Group.MESSAGING),
            asynchronous("viber", Group.MESSAGING),
            asynchronous("wechat", Group.MESSAGING),
            asynchronous("telegram", Group.MESSAGING),
            asynchronous("instagram", Group.MESSAGING),
            asynchronous("social", Group.MESSAGING),
            selfService("community", Group.PUBLIC),
            assisted("store", Group.PHYSICAL),
            asynchronous("letter", Group.PAPER),
            asynchronous("fax", Group.PAPER));

    private final Map<String, Channel> byCode = new TreeMap<>();

    /** The standard channels and a tenant's own; a tenant's code replaces a standard one. */
    public ChannelCatalogue(List<Channel> own) {
        STANDARD.forEach(channel -> byCode.put(channel.code(), channel));
        own.forEach(channel -> byCode.put(channel.code(), channel));
    }

    /** Only the standard channels. */
    public static ChannelCatalogue standard() {
        return new ChannelCatalogue(List.of());
    }

    /**
     * The channel of a code. An unknown code is a channel of its own in group {@code OTHER}, assisted and live: the
     * shorter windows, so that less is claimed about what is not known.
     */
    public Channel of(String code) {
        Channel known = byCode.get(code);
        return known == null ? assisted(code, Group.OTHER) : known;
    }

    /** Every code in it, sorted. */
    public List<String> codes() {
        return List.copyOf(byCode.keySet());
    }

    private static Channel assisted(String code, Group group) {
        return new Channel(code, group, false, LIVE);
    }

    private static Channel selfService(String code, Group group) {
        return new Channel(code, group, true, LIVE);
    }

    private static Channel asynchronous(String code, Group group) {
        return new Channel(code, group, false, ASYNCHRONOUS);
    }
}
