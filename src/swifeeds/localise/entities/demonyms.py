"""What a country's people, language and things are called, where it is another word.

For each country and language the base forms, parted by blanks (`_` stands for a blank inside
one); `word_forms` declines them. Japanese and Chinese put a character behind the country's name,
which needs no entry. A base with a capital counts only with one in the text ("Polish").
"""

from __future__ import annotations

DEMONYM_COLUMNS = ("en", "de", "fr", "it", "es", "pt", "ar", "ru")

DEMONYM_ROWS = """
AF|Afghan|afghanisch Afghane Afghanin|afghan|afghano afgano|afgano|afegão afegã|أفغاني|афганский афганец
AL|Albanian|albanisch Albaner|albanais|albanese|albanés|albanês|ألباني|албанский албанец
AM|Armenian|armenisch Armenier|arménien|armeno|armenio|armênio arménio|أرمني أرميني|армянский армянин армяне
AR|Argentine Argentinian|argentinisch Argentinier|argentin|argentino|argentino|argentino|أرجنتيني|аргентинский аргентинец
AT|Austrian|österreichisch Österreicher|autrichien|austriaco|austriaco|austríaco|نمساوي|австрийский австриец
AU|Australian|australisch Australier|australien|australiano|australiano|australiano|أسترالي|австралийский австралиец
AZ|Azerbaijani Azeri|aserbaidschanisch Aserbaidschaner|azerbaïdjanais azéri|azerbaigiano azero|azerbaiyano azerí|azerbaijano azeri|أذربيجاني أذري|азербайджанский азербайджанец
BA|Bosnian|bosnisch Bosnier|bosnien bosniaque|bosniaco|bosnio|bósnio|بوسني|боснийский босниец
BD|Bangladeshi|bangladeschisch|bangladais|bengalese|bangladesí|bangladeshiano|بنغلاديشي|бангладешский
BE|Belgian|belgisch Belgier|belge|belga belgi|belga|belga|بلجيكي|бельгийский бельгиец
BG|Bulgarian|bulgarisch Bulgare Bulgarin|bulgare|bulgaro|búlgaro|búlgaro|بلغاري|болгарский болгарин болгары
BR|Brazilian|brasilianisch Brasilianer|brésilien|brasiliano|brasileño|brasileiro|برازيلي|бразильский бразилец
BY|Belarusian Belarussian|belarussisch weißrussisch Belarusse Weißrusse|biélorusse bélarusse|bielorusso|bielorruso|bielorrusso|بيلاروسي|белорусский белорус
CA|Canadian|kanadisch Kanadier|canadien|canadese|canadiense|canadense canadiano|كندي|канадский канадец
CH|Swiss|schweizerisch Schweizer|suisse helvétique|svizzero elvetico|suizo helvético|suíço helvético|سويسري|швейцарский швейцарец
CL|Chilean|chilenisch Chilene Chilenin|chilien|cileno|chileno|chileno|تشيلي|чилийский чилиец
CN|Chinese|chinesisch Chinese Chinesin|chinois|cinese|chino|chinês|صيني|китайский китаец
CO|Colombian|kolumbianisch Kolumbianer|colombien|colombiano|colombiano|colombiano|كولومبي|колумбийский колумбиец
CU|Cuban|kubanisch Kubaner|cubain|cubano|cubano|cubano|كوبي|кубинский кубинец
CZ|Czech|tschechisch Tscheche Tschechin|tchèque|ceco cechi|checo|tcheco checo|تشيكي|чешский чех
DE|German|deutsch Deutsche|allemand|tedesco|alemán|alemão alemã alemães|ألماني|немецкий германский немец
DK|Danish Dane|dänisch Däne Dänin|danois|danese|danés|dinamarquês|دنماركي دانماركي|датский датчанин датчане
DZ|Algerian|algerisch Algerier|algérien|algerino|argelino|argelino|جزائري|алжирский алжирец
EE|Estonian|estnisch Este Estin|estonien|estone|estonio|estônio estónio|إستوني|эстонский эстонец
EG|Egyptian|ägyptisch Ägypter|égyptien|egiziano|egipcio|egípcio|مصري|египетский египтянин египтяне
ES|Spanish Spaniard|spanisch Spanier|espagnol|spagnolo|español|espanhol espanhóis|إسباني|испанский испанец
ET|Ethiopian|äthiopisch Äthiopier|éthiopien|etiope|etíope|etíope|إثيوبي|эфиопский эфиоп
FI|Finnish Finn|finnisch Finne Finnin|finlandais|finlandese|finlandés|finlandês|فنلندي|финский финн
FR|French Frenchman Frenchmen|französisch Franzose Französin|français|francese|francés|francês|فرنسي|французский француз
GB|British Briton|britisch Brite Britin|britannique|britannico|británico|britânico|بريطاني|британский британец
GE|Georgian|georgisch Georgier|géorgien|georgiano|georgiano|georgiano|جورجي|грузинский грузин
GR|Greek|griechisch Grieche Griechin|grec grecque|greco greci|griego|grego|يوناني|греческий грек
HR|Croatian Croat|kroatisch Kroate Kroatin|croate|croato|croata|croata|كرواتي|хорватский хорват
HU|Hungarian|ungarisch Ungar Ungarin|hongrois|ungherese|húngaro|húngaro|هنغاري|венгерский венгр
ID|Indonesian|indonesisch Indonesier|indonésien|indonesiano|indonesio|indonésio|إندونيسي|индонезийский индонезиец
IE|Irish|irisch|irlandais|irlandese|irlandés|irlandês|أيرلندي إيرلندي|ирландский ирландец
IL|Israeli|israelisch Israeli|israélien|israeliano|israelí|israelense israelita|إسرائيلي|израильский израильтянин израильтяне
IN|Indian|indisch Inder|indien|indiano||indiano|هندي|индийский
IQ|Iraqi|irakisch Iraker|irakien|iracheno|iraquí|iraquiano|عراقي|иракский
IR|Iranian|iranisch Iraner|iranien|iraniano|iraní|iraniano|إيراني|иранский иранец
IS|Icelandic Icelander|isländisch Isländer|islandais|islandese|islandés|islandês|آيسلندي|исландский исландец
IT|Italian|italienisch Italiener|italien|italiano|italiano|italiano|إيطالي|итальянский итальянец
JP|Japanese|japanisch Japaner|japonais|giapponese|japonés|japonês|ياباني|японский японец
KE|Kenyan|kenianisch Kenianer|kényan|keniota keniano|keniano|queniano|كيني|кенийский кениец
KP|North_Korean|nordkoreanisch Nordkoreaner|nord-coréen|nordcoreano|norcoreano|norte-coreano|كوري_شمالي|северокорейский
KR|South_Korean|südkoreanisch Südkoreaner|sud-coréen|sudcoreano|surcoreano|sul-coreano|كوري_جنوبي|южнокорейский
KZ|Kazakh|kasachisch Kasache|kazakh|kazako|kazajo|cazaque|كازاخستاني|казахстанский казахский
LB|Lebanese|libanesisch Libanese Libanesin|libanais|libanese|libanés|libanês|لبناني|ливанский ливанец
LT|Lithuanian|litauisch Litauer|lituanien|lituano|lituano|lituano|ليتواني|литовский литовец
LV|Latvian|lettisch Lette Lettin|letton lettonne|lettone|letón|letão letã|لاتفي|латвийский латышский латыш
LY|Libyan|libysch Libyer|libyen|libico|libio|líbio|ليبي|ливийский ливиец
MA|Moroccan|marokkanisch Marokkaner|marocain|marocchino|marroquí|marroquino|مغربي|марокканский марокканец
MD|Moldovan|moldauisch moldawisch Moldauer|moldave|moldavo|moldavo|moldavo|مولدوفي|молдавский молдаванин
MM|Burmese|birmanisch burmesisch myanmarisch|birman|birmano|birmano|birmanês|بورمي|мьянманский бирманский
MX|Mexican|mexikanisch Mexikaner|mexicain|messicano|mexicano|mexicano|مكسيكي|мексиканский мексиканец
NG|Nigerian|nigerianisch Nigerianer|nigérian|nigeriano|nigeriano|nigeriano|نيجيري|нигерийский нигериец
NL|Dutch|niederländisch Niederländer holländisch|néerlandais hollandais|olandese|neerlandés holandés|holandês neerlandês|هولندي|голландский нидерландский
NO|Norwegian|norwegisch Norweger|norvégien|norvegese|noruego|norueguês|نرويجي|норвежский норвежец
PH|Philippine Filipino|philippinisch Philippiner|philippin|filippino|filipino|filipino|فلبيني|филиппинский филиппинец
PK|Pakistani|pakistanisch Pakistaner|pakistanais|pakistano pachistano|pakistaní|paquistanês|باكستاني|пакистанский пакистанец
PL|Polish|polnisch Polin|polonais|polacco polacchi|polaco|polonês polaco|بولندي|польский поляк
PS|Palestinian|palästinensisch Palästinenser|palestinien|palestinese|palestino|palestino palestiniano|فلسطيني|палестинский палестинец
PT|Portuguese|portugiesisch Portugiese Portugiesin|portugais|portoghese|portugués|português|برتغالي|португальский португалец
RO|Romanian|rumänisch Rumäne Rumänin|roumain|rumeno romeno|rumano|romeno|روماني|румынский румын
RS|Serbian Serb|serbisch Serbe Serbin|serbe|serbo|serbio|sérvio|صربي|сербский серб
RU|Russian Soviet|russisch Russe Russin sowjetisch|russe soviétique|russo russi sovietico|ruso soviético|russo soviético|روسي روس سوفياتي سوفيتي|русский российский россиянин россияне советский
SA|Saudi_Arabian|saudisch saudi-arabisch|saoudien|saudita|saudí saudita|saudita|سعودي|саудовский
SE|Swedish Swede|schwedisch Schwede Schwedin|suédois|svedese|sueco|sueco|سويدي|шведский швед
SI|Slovenian Slovene|slowenisch Slowene|slovène|sloveno|esloveno|esloveno|سلوفيني|словенский словенец
SK|Slovak Slovakian|slowakisch Slowake|slovaque|slovacco|eslovaco|eslovaco|سلوفاكي|словацкий словак
SY|Syrian|syrisch Syrer|syrien|siriano|sirio|sírio|سوري|сирийский сириец
TH|Thai|thailändisch Thailänder|thaïlandais|thailandese|tailandés|tailandês|تايلاندي|таиландский тайский
TN|Tunisian|tunesisch Tunesier|tunisien|tunisino|tunecino|tunisiano|تونسي|тунисский тунисец
TR|Turkish Turk|türkisch Türke Türkin|turc turque|turco|turco|turco|تركي أتراك|турецкий турок турк
TW|Taiwanese|taiwanisch Taiwaner|taïwanais|taiwanese|taiwanés|taiwanês|تايواني|тайваньский
UA|Ukrainian|ukrainisch Ukrainer|ukrainien|ucraino|ucraniano|ucraniano|أوكراني|украинский украинец
US|American|amerikanisch US-amerikanisch Amerikaner|américain états-unien|americano statunitense|estadounidense norteamericano|americano norte-americano estadunidense|أمريكي أميركي|американский американец
VE|Venezuelan|venezolanisch Venezolaner|vénézuélien|venezuelano|venezolano|venezuelano|فنزويلي|венесуэльский
VN|Vietnamese|vietnamesisch Vietnamese Vietnamesin|vietnamien|vietnamita|vietnamita|vietnamita|فيتنامي|вьетнамский вьетнамец
YE|Yemeni|jemenitisch Jemenit|yéménite|yemenita|yemení|iemenita|يمني|йеменский йеменец
ZA|South_African|südafrikanisch Südafrikaner|sud-africain|sudafricano|sudafricano|sul-africano|جنوب_أفريقي|южноафриканский
region:abkhazia|Abkhaz Abkhazian|abchasisch Abchase|abkhaze|abcaso|abjasio abjaso|abecásio abcásio|أبخازي|абхазский абхаз
region:south-ossetia|South_Ossetian|südossetisch Südossete|sud-ossète|sudosseto|surosetio|osseta_do_sul|أوسيتي_جنوبي|югоосетинский
region:chechnya|Chechen|tschetschenisch Tschetschene|tchétchène|ceceno|checheno|checheno tchetcheno|شيشاني|чеченский чеченец
region:kurdistan|Kurdish Kurd|kurdisch Kurde Kurdin|kurde|curdo|kurdo|curdo|كردي أكراد|курдский курд
region:tibet|Tibetan|tibetisch Tibeter|tibétain|tibetano|tibetano|tibetano|تبتي|тибетский тибетец
region:scotland|Scottish|schottisch Schotte|écossais|scozzese|escocés|escocês|اسكتلندي|шотландский шотландец
region:catalonia|Catalan|katalanisch Katalane|catalan|catalano|catalán|catalão catalã catalães|كتالوني|каталонский каталонец
"""  # noqa: E501 - a country is a line
