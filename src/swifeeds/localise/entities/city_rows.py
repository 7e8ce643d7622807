"""Cities and regions that world news names and that CLDR's time zones do not, in ten languages.

A line for each: code, country (ISO 3166-1), then the names in the order of `COLUMNS`. `/` parts
spellings of one place, `=` repeats the English ones. Regions are those that news treats as places
of their own: where states are disputed, or where a conflict has its name from.
"""

from __future__ import annotations

COLUMNS = ("en", "de", "fr", "it", "es", "pt", "ar", "ja", "zh", "ru")

CITY_ROWS = """
city:geneva|CH|Geneva|Genf|Genève|Ginevra|Ginebra|Genebra|جنيف|ジュネーブ/ジュネーヴ|日内瓦/日內瓦|Женева
city:bern|CH|Bern/Berne|Bern|Berne|Berna|Berna|Berna|برن/بيرن|ベルン|伯尔尼/伯恩|Берн
city:basel|CH|Basel/Basle|Basel|Bâle|Basilea|Basilea|Basileia|بازل|バーゼル|巴塞尔/巴塞爾|Базель
city:lausanne|CH|Lausanne|=|=|Losanna|Lausana/Lausanne|Lausanne/Lausana|لوزان|ローザンヌ|洛桑|Лозанна
city:lugano|CH|Lugano|=|=|=|=|=|لوغانو|ルガノ|卢加诺/盧加諾|Лугано
city:lucerne|CH|Lucerne|Luzern|Lucerne|Lucerna|Lucerna|Lucerna|لوسيرن|ルツェルン|卢塞恩/琉森|Люцерн
city:st-gallen|CH|St. Gallen|St. Gallen/Sankt Gallen|Saint-Gall/St-Gall|San Gallo|San Galo|São Galo|سانت غالن|ザンクトガレン/ザンクト・ガレン|圣加仑/聖加侖|Санкт-Галлен
city:davos|CH|Davos|=|=|=|=|=|دافوس|ダボス|达沃斯/達沃斯|Давос
city:winterthur|CH|Winterthur|=|Winterthour|=|=|=|فينترتور|ヴィンタートゥール|温特图尔|Винтертур
city:bellinzona|CH|Bellinzona|=|Bellinzone|=|=|=|بلينزونا|ベリンツォーナ|贝林佐纳|Беллинцона
city:fribourg|CH|Fribourg|Freiburg im Üechtland|Fribourg|Friburgo|Friburgo|Friburgo|فريبور|フリブール|弗里堡|Фрибур
city:sion|CH|Sion|Sitten|=|=|=|=|سيون|シオン|锡永|Сьон
city:tskhinvali|GE|Tskhinvali|Zchinwali|Tskhinvali|Tskhinvali/Zchinvali|Tsjinvali|Tskhinvali|تسخينفالي|ツヒンバリ/ツヒンヴァリ|茨欣瓦利/茨辛瓦利|Цхинвали/Цхинвал
city:sukhumi|GE|Sukhumi/Sokhumi|Sochumi/Suchumi|Soukhoumi|Sukhumi|Sujumi|Sucumi/Sukhumi|سوخومي|スフミ|苏呼米/蘇呼米|Сухуми/Сухум
city:gori|GE|Gori|=|=|=|=|=|غوري|ゴリ|哥里|Гори
city:batumi|GE|Batumi|=|Batoumi|=|=|=|باتومي|バトゥミ|巴统/巴統|Батуми
city:poti|GE|Poti|=|=|=|=|=|بوتي|ポチ|波季|Поти
city:kutaisi|GE|Kutaisi|Kutaissi|Koutaïssi|=|=|=|كوتايسي|クタイシ|库塔伊西|Кутаиси
region:abkhazia|GE|Abkhazia|Abchasien|Abkhazie|Abcasia/Abkhazia/Abkhasia/Abchasia|Abjasia|Abcásia|أبخازيا|アブハジア/アブハーズ|阿布哈兹/阿布哈茲|Абхазия
region:south-ossetia|GE|South Ossetia|Südossetien|Ossétie du Sud|Ossezia del Sud/Ossezia meridionale|Osetia del Sur|Ossétia do Sul|أوسيتيا الجنوبية|南オセチア|南奥塞梯/南奧塞梯|Южная Осетия
region:north-ossetia|RU|North Ossetia|Nordossetien|Ossétie du Nord|Ossezia del Nord|Osetia del Norte|Ossétia do Norte|أوسيتيا الشمالية|北オセチア|北奥塞梯|Северная Осетия
region:caucasus|-|Caucasus|Kaukasus/Südkaukasus/Nordkaukasus|Caucase|Caucaso|Cáucaso|Cáucaso|القوقاز|コーカサス/カフカス|高加索|Кавказ
city:stepanakert|AZ|Stepanakert/Khankendi|Stepanakert|=|=|=|=|ستيباناكيرت|ステパナケルト|斯捷潘纳克特|Степанакерт/Ханкенди
region:nagorno-karabakh|AZ|Nagorno-Karabakh/Karabakh|Bergkarabach/Nagorny-Karabach/Berg-Karabach|Haut-Karabakh/Haut-Karabagh|Nagorno-Karabakh/Nagorno Karabakh|Nagorno Karabaj/Alto Karabaj|Nagorno-Karabakh/Alto Karabakh|ناغورني قره باغ/ناغورنو كاراباخ/قره باغ|ナゴルノ・カラバフ/ナゴルノカラバフ|纳戈尔诺-卡拉巴赫/纳卡|Нагорный Карабах/Карабах
city:gyumri|AM|Gyumri|Gjumri|Gyumri|=|=|=|غيومري|ギュムリ|久姆里|Гюмри
city:grozny|RU|Grozny|Grosny|Grozny|Groznyj|Grozni|Grozny|غروزني|グロズヌイ|格罗兹尼|Грозный
region:chechnya|RU|Chechnya|Tschetschenien|Tchétchénie|Cecenia|Chechenia|Chechênia/Chechénia|الشيشان|チェチェン|车臣/車臣|Чечня
region:dagestan|RU|Dagestan|=|Daghestan|Daghestan|Daguestán|Daguestão|داغستان|ダゲスタン|达吉斯坦|Дагестан
city:beslan|RU|Beslan|=|=|=|Beslán|=|بيسلان|ベスラン|别斯兰|Беслан
city:vladikavkaz|RU|Vladikavkaz|Wladikawkas|Vladikavkaz|=|=|=|فلاديقوقاز|ウラジカフカス|弗拉季高加索|Владикавказ
city:sochi|RU|Sochi|Sotschi|Sotchi|Soci/Sochi|Sochi|Sochi/Sotchi|سوتشي|ソチ|索契|Сочи
city:saint-petersburg|RU|Saint Petersburg/St. Petersburg/St Petersburg/Leningrad|Sankt Petersburg/St. Petersburg/Leningrad|Saint-Pétersbourg/Léningrad|San Pietroburgo/Leningrado|San Petersburgo/Leningrado|São Petersburgo/Leningrado|سانت بطرسبرغ/سان بطرسبرغ/لينينغراد|サンクトペテルブルク/レニングラード|圣彼得堡/聖彼得堡/列宁格勒|Санкт-Петербург/Петербург/Ленинград
city:kazan|RU|Kazan|Kasan|Kazan|=|Kazán|=|قازان|カザン|喀山|Казань
city:rostov|RU|Rostov-on-Don/Rostov|Rostow am Don/Rostow|Rostov-sur-le-Don/Rostov|Rostov sul Don/Rostov|Rostov del Don/Rostov|Rostov do Don/Rostov|روستوف|ロストフ|罗斯托夫|Ростов-на-Дону/Ростов
city:belgorod|RU|Belgorod|=|Belgorod|=|Bélgorod|Belgorod|بيلغورود|ベルゴロド|别尔哥罗德|Белгород
city:kursk|RU|Kursk|=|Koursk|=|=|=|كورسك|クルスク|库尔斯克|Курск
city:nizhny-novgorod|RU|Nizhny Novgorod|Nischni Nowgorod|Nijni Novgorod|Niznij Novgorod|Nizhni Nóvgorod|Níjni Novgorod|نيجني نوفغورود|ニジニ・ノヴゴロド|下诺夫哥罗德|Нижний Новгород
city:donetsk|UA|Donetsk|Donezk|Donetsk|Donetsk|Donetsk|Donetsk|دونيتسك|ドネツク|顿涅茨克/頓內次克|Донецк
city:luhansk|UA|Luhansk/Lugansk|Luhansk/Lugansk|Louhansk/Lougansk|Lugansk/Luhansk|Lugansk/Luhansk|Lugansk/Luhansk|لوغانسك|ルガンスク/ルハンシク|卢甘斯克/盧甘斯克|Луганск
city:mariupol|UA|Mariupol|=|Marioupol|=|Mariúpol|=|ماريوبول|マリウポリ|马里乌波尔/馬里烏波爾|Мариуполь
city:kharkiv|UA|Kharkiv/Kharkov|Charkiw/Charkow|Kharkiv/Kharkov|Kharkiv/Charkiv|Járkov/Járkiv|Kharkiv/Carcóvia|خاركيف/خاركوف|ハルキウ/ハリコフ|哈尔科夫/哈爾科夫|Харьков
city:odesa|UA|Odesa/Odessa|Odessa|Odessa|Odessa|Odesa/Odessa|Odessa|أوديسا|オデッサ/オデーサ|敖德萨/敖德薩|Одесса
city:lviv|UA|Lviv/Lvov|Lemberg/Lwiw|Lviv|Leopoli|Leópolis|Lviv|لفيف|リビウ|利沃夫/利維夫|Львов
city:kherson|UA|Kherson|Cherson|Kherson|=|Jersón|Kherson|خيرسون|ヘルソン|赫尔松/赫爾松|Херсон
city:zaporizhzhia|UA|Zaporizhzhia/Zaporizhia|Saporischschja|Zaporijjia|Zaporizhzhia|Zaporiyia|Zaporizhzhia/Zaporíjia|زابوريجيا|ザポリージャ/ザポロジエ|扎波罗热/札波羅熱|Запорожье
city:bakhmut|UA|Bakhmut|Bachmut|Bakhmout|=|Bajmut|=|باخموت|バフムト|巴赫穆特|Бахмут
city:sevastopol|UA|Sevastopol|Sewastopol|Sébastopol|Sebastopoli|Sebastopol|Sebastopol|سيفاستوبول|セバストポリ|塞瓦斯托波尔|Севастополь
city:chernobyl|UA|Chernobyl/Chornobyl|Tschernobyl|Tchernobyl|Cernobyl/Chernobyl|Chernóbil|Chernobyl/Chernobil|تشيرنوبيل|チェルノブイリ|切尔诺贝利/車諾比|Чернобыль
region:crimea|UA|Crimea|Krim|Crimée|Crimea|Crimea|Crimeia|القرم|クリミア|克里米亚/克里米亞|Крым
region:donbas|UA|Donbas/Donbass|Donbas/Donbass|Donbass|Donbass|Donbás/Dombás|Donbass|دونباس|ドンバス|顿巴斯/頓巴斯|Донбасс
region:transnistria|MD|Transnistria/Transdniester|Transnistrien|Transnistrie|Transnistria|Transnistria|Transnístria|ترانسنيستريا|沿ドニエストル|德涅斯特河沿岸|Приднестровье
city:tiraspol|MD|Tiraspol|=|=|=|Tiráspol|=|تيراسبول|ティラスポリ|蒂拉斯波尔|Тирасполь
city:brest|BY|Brest-Litovsk|Brest-Litowsk|Brest-Litovsk|=|=|=|بريست ليتوفسك|ブレスト・リトフスク|布列斯特|Брест
city:makhachkala|RU|Makhachkala|Machatschkala|Makhatchkala|Machackala|Majachkalá|Makhatchkala|محج قلعة|マハチカラ|马哈奇卡拉|Махачкала
city:the-hague|NL|The Hague|Den Haag|La Haye|L'Aia/dell'Aia/all'Aia|La Haya|Haia|لاهاي|ハーグ|海牙|Гаага
city:rotterdam|NL|Rotterdam|=|=|=|Róterdam|Roterdã/Roterdão|روتردام|ロッテルダム|鹿特丹|Роттердам
city:strasbourg|FR|Strasbourg|Straßburg|Strasbourg|Strasburgo|Estrasburgo|Estrasburgo|ستراسبورغ|ストラスブール|斯特拉斯堡|Страсбург
city:marseille|FR|Marseille/Marseilles|Marseille|Marseille|Marsiglia|Marsella|Marselha|مرسيليا|マルセイユ|马赛/馬賽|Марсель
city:lyon|FR|Lyon/Lyons|Lyon|Lyon|Lione|Lyon|Lyon/Lião|ليون|リヨン|里昂|Лион
city:nice|FR|Nice|Nizza|Nice|Nizza|Niza|Nice|نيس|ニース|尼斯|Ницца
city:bordeaux|FR|Bordeaux|=|=|=|Burdeos|Bordéus|بوردو|ボルドー|波尔多/波爾多|Бордо
city:toulouse|FR|Toulouse|=|=|Tolosa|Toulouse|Toulouse|تولوز|トゥールーズ|图卢兹/圖盧茲|Тулуза
city:lille|FR|Lille|=|=|Lilla|Lille|Lille|ليل|リール|里尔|Лилль
city:calais|FR|Calais|=|=|=|=|=|كاليه|カレー市|加来|Кале
city:cannes|FR|Cannes|=|=|=|=|=|كان الفرنسية|カンヌ|戛纳/坎城|Канны
city:evian|FR|Evian|=|Évian|=|=|=|إيفيان|エビアン|依云|Эвиан
region:corsica|FR|Corsica|Korsika|Corse|Corsica|Córcega|Córsega|كورسيكا|コルシカ|科西嘉|Корсика
city:munich|DE|Munich|München|Munich|Monaco di Baviera|Múnich|Munique|ميونيخ|ミュンヘン|慕尼黑|Мюнхен
city:frankfurt|DE|Frankfurt|=|Francfort|Francoforte|Fráncfort/Frankfurt|Frankfurt/Francoforte|فرانكفورت|フランクフルト|法兰克福/法蘭克福|Франкфурт
city:hamburg|DE|Hamburg|=|Hambourg|Amburgo|Hamburgo|Hamburgo|هامبورغ|ハンブルク|汉堡市/漢堡市|Гамбург
city:cologne|DE|Cologne|Köln|Cologne|Colonia|Colonia|Colônia/Colónia|كولونيا|ケルン|科隆|Кёльн
city:bonn|DE|Bonn|=|=|=|=|Bona|بون|ボン市|波恩|Бонн
city:dresden|DE|Dresden|=|Dresde|Dresda|Dresde|Dresden|دريسدن|ドレスデン|德累斯顿|Дрезден
city:leipzig|DE|Leipzig|=|=|Lipsia|=|=|لايبزيغ|ライプチヒ|莱比锡|Лейпциг
city:stuttgart|DE|Stuttgart|=|=|Stoccarda|=|=|شتوتغارت|シュツットガルト|斯图加特|Штутгарт
city:dusseldorf|DE|Dusseldorf/Düsseldorf|Düsseldorf|Düsseldorf|Düsseldorf|Düsseldorf|Düsseldorf|دوسلدورف|デュッセルドルフ|杜塞尔多夫|Дюссельдорф
city:karlsruhe|DE|Karlsruhe|=|=|=|=|=|كارلسروه|カールスルーエ|卡尔斯鲁厄|Карлсруэ
region:bavaria|DE|Bavaria|Bayern|Bavière|Baviera|Baviera|Baviera|بافاريا|バイエルン州|巴伐利亚|Бавария
city:graz|AT|Graz|=|=|=|=|=|غراتس|グラーツ|格拉茨|Грац
city:salzburg|AT|Salzburg|=|Salzbourg|Salisburgo|Salzburgo|Salzburgo|سالزبورغ|ザルツブルク|萨尔茨堡|Зальцбург
city:innsbruck|AT|Innsbruck|=|=|=|=|=|إنسبروك|インスブルック|因斯布鲁克|Инсбрук
city:milan|IT|Milan|Mailand|Milan|Milano|Milán|Milão|ميلانو|ミラノ|米兰/米蘭|Милан
city:turin|IT|Turin|=|=|Torino|Turín|Turim|تورينو|トリノ|都灵/都靈|Турин
city:naples|IT|Naples|Neapel|Naples|Napoli|Nápoles|Nápoles|نابولي|ナポリ|那不勒斯/那不勒斯|Неаполь
city:venice|IT|Venice|Venedig|Venise|Venezia|Venecia|Veneza|البندقية/فينيسيا|ベネチア/ヴェネツィア|威尼斯|Венеция
city:florence|IT|Florence|Florenz|Florence|Firenze|Florencia|Florença|فلورنسا|フィレンツェ|佛罗伦萨/佛羅倫斯|Флоренция
city:genoa|IT|Genoa|Genua|Gênes|Genova|Génova|Gênova/Génova|جنوة|ジェノバ|热那亚/熱那亞|Генуя
city:palermo|IT|Palermo|=|Palerme|=|=|=|باليرمو|パレルモ|巴勒莫|Палермо
city:bologna|IT|Bologna|=|Bologne|Bologna|Bolonia|Bolonha|بولونيا الإيطالية|ボローニャ|博洛尼亚|Болонья
city:trieste|IT|Trieste|Triest|Trieste|=|=|=|ترييستي|トリエステ|的里雅斯特|Триест
city:lampedusa|IT|Lampedusa|=|=|=|=|=|لامبيدوزا|ランペドゥーザ|兰佩杜萨|Лампедуза
city:laquila|IT|L'Aquila|=|=|=|=|Áquila|لاكويلا|ラクイラ|拉奎拉|Аквила
region:sicily|IT|Sicily|Sizilien|Sicile|Sicilia|Sicilia|Sicília|صقلية|シチリア|西西里|Сицилия
city:barcelona|ES|Barcelona|=|Barcelone|Barcellona|Barcelona|Barcelona|برشلونة|バルセロナ|巴塞罗那/巴塞隆納|Барселона
city:valencia|ES|Valencia|=|Valence|Valencia|Valencia|Valência|فالنسيا|バレンシア|瓦伦西亚|Валенсия
city:seville|ES|Seville|Sevilla|Séville|Siviglia|Sevilla|Sevilha|إشبيلية|セビリア|塞维利亚|Севилья
city:bilbao|ES|Bilbao|=|=|=|=|=|بيلباو|ビルバオ|毕尔巴鄂|Бильбао
city:melilla|ES|Melilla|=|=|=|=|Melilha|مليلية|メリリャ|梅利利亚|Мелилья
region:catalonia|ES|Catalonia|Katalonien|Catalogne|Catalogna|Cataluña/Catalunya|Catalunha|كتالونيا/كاتالونيا|カタルーニャ|加泰罗尼亚|Каталония
region:basque-country|ES|Basque Country|Baskenland|Pays basque|Paesi Baschi|País Vasco|País Basco|إقليم الباسك|バスク|巴斯克|Страна Басков
city:porto|PT|Porto|=|=|Oporto/Porto|Oporto|Porto|بورتو|ポルト|波尔图/波爾圖|Порту
city:fatima|PT|Fátima|=|=|=|=|=|فاطيما البرتغالية|ファティマ|法蒂玛|Фатима
city:edinburgh|GB|Edinburgh|=|Édimbourg|Edimburgo|Edimburgo|Edimburgo|إدنبرة|エディンバラ|爱丁堡/愛丁堡|Эдинбург
city:glasgow|GB|Glasgow|=|=|=|=|=|غلاسكو|グラスゴー|格拉斯哥|Глазго
city:manchester|GB|Manchester|=|=|=|Mánchester|=|مانشستر|マンチェスター|曼彻斯特|Манчестер
city:liverpool|GB|Liverpool|=|=|=|=|=|ليفربول|リバプール|利物浦|Ливерпуль
city:birmingham|GB|Birmingham|=|=|=|=|=|برمنغهام|バーミンガム|伯明翰|Бирмингем
city:belfast|GB|Belfast|=|=|=|=|=|بلفاست|ベルファスト|贝尔法斯特|Белфаст
city:lockerbie|GB|Lockerbie|=|=|=|=|=|لوكربي|ロッカビー|洛克比|Локерби
city:salisbury|GB|Salisbury|=|=|=|=|=|سالزبري|ソールズベリー|索尔兹伯里|Солсбери
region:scotland|GB|Scotland|Schottland|Écosse|Scozia|Escocia|Escócia|اسكتلندا/إسكتلندا|スコットランド|苏格兰/蘇格蘭|Шотландия
region:northern-ireland|GB|Northern Ireland|Nordirland|Irlande du Nord|Irlanda del Nord|Irlanda del Norte|Irlanda do Norte|أيرلندا الشمالية/إيرلندا الشمالية|北アイルランド|北爱尔兰/北愛爾蘭|Северная Ирландия
city:antwerp|BE|Antwerp|Antwerpen|Anvers|Anversa|Amberes|Antuérpia|أنتويرب|アントワープ|安特卫普|Антверпен
city:gothenburg|SE|Gothenburg|Göteborg|Göteborg|Göteborg|Gotemburgo|Gotemburgo|غوتنبرغ|ヨーテボリ|哥德堡|Гётеборг
city:malmo|SE|Malmö/Malmo|Malmö|=|=|=|=|مالمو|マルメ|马尔默|Мальмё
city:utoya|NO|Utøya/Utoya|Utøya|=|=|=|=|أوتويا|ウトヤ島|于特岛|Утёйя
city:gdansk|PL|Gdansk|Danzig|Gdansk|Danzica|Gdansk|Gdansk|غدانسك|グダニスク|格但斯克|Гданьск
city:krakow|PL|Krakow/Cracow|Krakau|Cracovie|Cracovia|Cracovia|Cracóvia|كراكوف|クラクフ|克拉科夫|Краков
city:auschwitz|PL|Auschwitz|=|=|=|=|=|أوشفيتز|アウシュビッツ|奥斯维辛/奧斯威辛|Освенцим
city:brno|CZ|Brno|Brünn|=|=|=|=|برنو|ブルノ|布尔诺|Брно
city:smolensk|RU|Smolensk|=|=|=|=|=|سمولينسك|スモレンスク|斯摩棱斯克|Смоленск
city:srebrenica|BA|Srebrenica|=|=|=|=|=|سريبرينيتسا|スレブレニツァ|斯雷布雷尼察|Сребреница
city:banja-luka|BA|Banja Luka|=|=|=|=|=|بانيا لوكا|バニャ・ルカ|巴尼亚卢卡|Баня-Лука
city:pristina|XK|Pristina/Prishtina|Pristina|Pristina|Pristina|Pristina|Pristina|بريشتينا|プリシュティナ|普里什蒂纳|Приштина
city:mitrovica|XK|Mitrovica|=|=|=|=|=|ميتروفيتسا|ミトロヴィツァ|米特罗维察|Митровица
city:split|HR|Split|=|=|Spalato|Split|Split|سبليت|スプリト|斯普利特|Сплит
city:dubrovnik|HR|Dubrovnik|=|=|=|=|=|دوبروفنيك|ドブロブニク|杜布罗夫尼克|Дубровник
region:balkans|-|Balkans/Western Balkans|Balkan/Westbalkan/Balkanstaaten|Balkans|Balcani|Balcanes|Bálcãs/Balcãs|البلقان|バルカン|巴尔干/巴爾幹|Балканы
city:thessaloniki|GR|Thessaloniki|=|Thessalonique|Salonicco|Salónica/Tesalónica|Salónica/Tessalônica|سالونيك|テッサロニキ|塞萨洛尼基|Салоники
city:lesbos|GR|Lesbos/Lesvos|Lesbos|=|Lesbo|Lesbos|Lesbos|ليسبوس|レスボス|莱斯沃斯|Лесбос
region:crete|GR|Crete|Kreta|Crète|Creta|Creta|Creta|كريت|クレタ|克里特|Крит
city:ankara|TR|Ankara|=|=|=|=|Ancara|أنقرة|アンカラ|安卡拉|Анкара
city:izmir|TR|Izmir|=|=|Smirne|Esmirna|Esmirna|إزمير|イズミル|伊兹密尔|Измир
city:antalya|TR|Antalya|=|=|=|=|=|أنطاليا|アンタルヤ|安塔利亚|Анталья
city:diyarbakir|TR|Diyarbakir|=|=|=|=|=|ديار بكر|ディヤルバクル|迪亚巴克尔|Диярбакыр
city:gaziantep|TR|Gaziantep|=|=|=|=|=|غازي عنتاب|ガジアンテプ|加济安泰普|Газиантеп
city:aleppo|SY|Aleppo|=|Alep|Aleppo|Alepo|Aleppo/Alepo|حلب|アレッポ|阿勒颇/阿勒坡|Алеппо
city:homs|SY|Homs|=|=|=|=|=|حمص|ホムス|霍姆斯|Хомс
city:idlib|SY|Idlib|=|=|=|=|=|إدلب|イドリブ|伊德利卜|Идлиб
city:raqqa|SY|Raqqa|Rakka|Raqqa|=|=|=|الرقة|ラッカ|拉卡|Ракка
city:palmyra|SY|Palmyra|=|Palmyre|Palmira|Palmira|Palmira|تدمر|パルミラ|帕尔米拉|Пальмира
city:kobani|SY|Kobani/Kobane|Kobane|Kobané|Kobane|Kobane|Kobane|كوباني|コバニ|科巴尼|Кобани
city:ghouta|SY|Ghouta|Ghuta|Ghouta|Ghuta|Guta|Ghouta|الغوطة|グータ|古塔|Гута
region:golan|SY|Golan|=|=|=|Golán|Golã|الجولان|ゴラン高原|戈兰高地|Голаны/Голанские высоты
city:mosul|IQ|Mosul|Mossul|Mossoul|Mosul|Mosul|Mossul|الموصل|モスル|摩苏尔/摩蘇爾|Мосул
city:basra|IQ|Basra|=|Bassorah|Bassora|Basora|Baçorá/Bassorá|البصرة|バスラ|巴士拉|Басра
city:erbil|IQ|Erbil/Arbil|Erbil|Erbil|Erbil|Erbil|Erbil|أربيل|アルビル|埃尔比勒|Эрбиль
city:kirkuk|IQ|Kirkuk|=|Kirkouk|=|=|=|كركوك|キルクーク|基尔库克|Киркук
city:fallujah|IQ|Fallujah/Falluja|Falludscha|Falloujah|Falluja|Faluya|Faluja|الفلوجة|ファルージャ|费卢杰|Эль-Фаллуджа/Фаллуджа
city:najaf|IQ|Najaf|Nadschaf|Nadjaf|Najaf|Nayaf|Najaf|النجف|ナジャフ|纳杰夫|Эн-Наджаф/Наджаф
region:kurdistan|-|Kurdistan|=|=|=|Kurdistán|Curdistão|كردستان|クルディスタン|库尔德斯坦|Курдистан
city:tel-aviv|IL|Tel Aviv|=|=|=|=|Telavive/Tel Aviv|تل أبيب|テルアビブ|特拉维夫/特拉維夫|Тель-Авив
city:haifa|IL|Haifa|=|Haïfa|=|=|=|حيفا|ハイファ|海法|Хайфа
city:rafah|PS|Rafah|=|=|=|=|=|رفح|ラファ|拉法|Рафах
city:khan-younis|PS|Khan Younis/Khan Yunis|Chan Junis|Khan Younès/Khan Younis|Khan Younis|Jan Yunis|Khan Younis|خان يونس|ハンユニス|汗尤尼斯|Хан-Юнис
city:ramallah|PS|Ramallah|=|=|=|Ramala/Ramallah|=|رام الله|ラマラ|拉马拉|Рамалла
city:jenin|PS|Jenin|Dschenin|Jénine|Jenin|Yenín|Jenin|جنين|ジェニン|杰宁|Дженин
city:bethlehem|PS|Bethlehem|=|Bethléem|Betlemme|Belén|Belém da Cisjordânia|بيت لحم|ベツレヘム|伯利恒|Вифлеем
city:nablus|PS|Nablus|=|Naplouse|=|Nablús|=|نابلس|ナブルス|纳布卢斯|Наблус
city:sanaa|YE|Sanaa/Sana'a|Sanaa|Sanaa|Sanaa|Saná|Sanaa|صنعاء|サヌア|萨那/沙那|Сана
city:hodeida|YE|Hodeidah/Hodeida|Hudaida|Hodeïda|Hodeida|Hodeida|Hodeida|الحديدة|ホデイダ|荷台达|Ходейда
city:mecca|SA|Mecca|Mekka|La Mecque|La Mecca|La Meca|Meca|مكة|メッカ|麦加/麥加|Мекка
city:medina|SA|Medina|=|Médine|Medina|Medina|Medina|المدينة المنورة|メディナ|麦地那|Медина
city:jeddah|SA|Jeddah|Dschidda|Djeddah|Gedda|Yeda|Jidá|جدة السعودية|ジッダ|吉达|Джидда
city:doha|QA|Doha|=|=|=|=|=|الدوحة|ドーハ|多哈|Доха
city:abu-dhabi|AE|Abu Dhabi|=|Abou Dhabi|=|Abu Dabi|Abu Dhabi|أبوظبي/أبو ظبي|アブダビ|阿布扎比/阿布達比|Абу-Даби
city:isfahan|IR|Isfahan|=|Ispahan|Isfahan|Isfahán|Isfahan|أصفهان|イスファハン|伊斯法罕|Исфахан
city:natanz|IR|Natanz|Natans|Natanz|=|=|=|نطنز|ナタンズ|纳坦兹|Натанз
city:qom|IR|Qom|Ghom|Qom|Qom|Qom|Qom|مدينة قم|コム市|库姆|Кум иранский
city:fordow|IR|Fordow/Fordo|Fordo|Fordo|Fordo|Fordo|Fordow|فوردو|フォルドゥ|福尔多|Фордо
city:kandahar|AF|Kandahar|=|=|=|=|Candaar|قندهار|カンダハル|坎大哈|Кандагар
city:herat|AF|Herat|=|Hérat|Herat|Herat|Herat|هرات|ヘラート|赫拉特|Герат
city:kunduz|AF|Kunduz|Kundus|Kunduz|=|=|=|قندوز|クンドゥズ|昆都士|Кундуз
city:mazar-i-sharif|AF|Mazar-i-Sharif|Masar-i-Scharif|Mazar-e-Charif|Mazar-i-Sharif|Mazar-i-Sharif|Mazar-i-Sharif|مزار شريف|マザリシャリフ|马扎里沙里夫|Мазари-Шариф
region:helmand|AF|Helmand|=|=|=|=|=|هلمند|ヘルマンド|赫尔曼德|Гильменд
city:islamabad|PK|Islamabad|=|=|=|=|=|إسلام آباد|イスラマバード|伊斯兰堡/伊斯蘭瑪巴德|Исламабад
city:lahore|PK|Lahore|=|=|=|=|=|لاهور|ラホール|拉合尔|Лахор
city:peshawar|PK|Peshawar|Peschawar|Peshawar|=|=|=|بيشاور|ペシャワル|白沙瓦|Пешавар
city:quetta|PK|Quetta|=|=|=|=|=|كويتا|クエッタ|奎达|Кветта
city:abbottabad|PK|Abbottabad|=|=|=|=|=|أبوت آباد|アボタバード|阿伯塔巴德|Абботтабад
region:kashmir|-|Kashmir|Kaschmir|Cachemire|Kashmir|Cachemira|Caxemira|كشمير|カシミール|克什米尔/喀什米爾|Кашмир
city:new-delhi|IN|New Delhi/Delhi|Neu-Delhi/Delhi|New Delhi/Delhi|Nuova Delhi/New Delhi/Delhi|Nueva Delhi/Delhi|Nova Délhi/Nova Deli|نيودلهي|ニューデリー/デリー|新德里/德里|Нью-Дели/Дели
city:mumbai|IN|Mumbai/Bombay|Mumbai/Bombay|Bombay/Mumbai|Mumbai/Bombay|Bombay/Mumbai|Mumbai/Bombaim|مومباي/بومباي|ムンバイ/ボンベイ|孟买/孟買|Мумбаи/Бомбей
city:chennai|IN|Chennai/Madras|Chennai/Madras|Chennai/Madras|=|=|=|تشيناي|チェンナイ/マドラス|金奈|Ченнаи/Мадрас
city:bangalore|IN|Bangalore/Bengaluru|Bangalore|=|=|=|=|بنغالور|バンガロール|班加罗尔|Бангалор
city:hyderabad|IN|Hyderabad|=|=|=|=|=|حيدر آباد|ハイデラバード|海得拉巴|Хайдарабад
city:bhopal|IN|Bhopal|=|=|=|=|=|بوبال|ボパール|博帕尔|Бхопал
city:chittagong|BD|Chittagong|=|=|=|=|=|شيتاغونغ|チッタゴン|吉大港|Читтагонг
city:coxs-bazar|BD|Cox's Bazar|=|=|=|=|=|كوكس بازار|コックスバザール|科克斯巴扎尔|Кокс-Базар
city:mandalay|MM|Mandalay|=|=|=|=|=|ماندالاي|マンダレー|曼德勒|Мандалай
city:naypyidaw|MM|Naypyidaw|=|=|=|Naipyidó/Naypyidaw|=|نايبيداو|ネピドー|内比都|Нейпьидо
region:rakhine|MM|Rakhine|=|=|=|=|=|راخين|ラカイン|若开|Ракхайн
city:jaffna|LK|Jaffna|=|=|=|=|=|جافنا|ジャフナ|贾夫纳|Джафна
city:beijing|CN|Beijing/Peking|Peking|Pékin|Pechino|Pekín|Pequim|بكين|北京|北京|Пекин
city:tiananmen|CN|Tiananmen|=|=|=|=|=|تيانانمن|天安門|天安门/天安門|Тяньаньмэнь
city:guangzhou|CN|Guangzhou|Guangzhou|Guangzhou|Guangzhou|Cantón/Guangzhou|Cantão/Guangzhou|قوانغتشو|広州|广州/廣州|Гуанчжоу
city:shenzhen|CN|Shenzhen|=|=|=|=|=|شنتشن|深セン/深圳|深圳|Шэньчжэнь
city:wuhan|CN|Wuhan|=|=|=|=|=|ووهان|武漢|武汉/武漢|Ухань
city:tianjin|CN|Tianjin|=|=|=|=|=|تيانجين|天津|天津|Тяньцзинь
city:chengdu|CN|Chengdu|=|=|=|=|=|تشنغدو|成都|成都|Чэнду
city:chongqing|CN|Chongqing|=|=|=|=|=|تشونغتشينغ|重慶|重庆/重慶|Чунцин
city:nanjing|CN|Nanjing/Nanking|Nanjing/Nanking|Nankin|Nanchino|Nankín|Nanquim|نانجينغ|南京|南京|Нанкин
city:lhasa|CN|Lhasa|=|Lhassa|Lhasa|Lhasa|Lhasa|لاسا|ラサ|拉萨/拉薩|Лхаса
city:wenchuan|CN|Wenchuan|=|=|=|=|=|ونتشوان|汶川|汶川|Вэньчуань
city:kashgar|CN|Kashgar|Kaschgar|Kachgar|Kashgar|Kasgar|Kashgar|كاشغر|カシュガル|喀什市|Кашгар
region:xinjiang|CN|Xinjiang|=|=|=|Xinjiang|=|شينجيانغ|新疆|新疆|Синьцзян
region:tibet|CN|Tibet|=|=|=|Tíbet|Tibete|التبت|チベット|西藏|Тибет
region:sichuan|CN|Sichuan|=|=|=|=|=|سيتشوان|四川|四川|Сычуань
city:osaka|JP|Osaka|=|=|=|=|=|أوساكا|大阪|大阪|Осака
city:kyoto|JP|Kyoto|=|=|=|Kioto|Quioto|كيوتو|京都|京都|Киото
city:hiroshima|JP|Hiroshima|=|=|=|=|=|هيروشيما|広島|广岛/廣島|Хиросима
city:nagasaki|JP|Nagasaki|=|=|=|=|=|ناغازاكي|長崎|长崎/長崎|Нагасаки
city:fukushima|JP|Fukushima|=|=|=|=|=|فوكوشيما|福島|福岛/福島|Фукусима
city:kobe|JP|Kobe|=|=|=|=|=|كوبي|神戸|神户/神戶|Кобе
city:sapporo|JP|Sapporo|=|=|=|=|=|سابورو|札幌|札幌|Саппоро
city:nagoya|JP|Nagoya|=|=|=|=|=|ناغويا|名古屋|名古屋|Нагоя
region:okinawa|JP|Okinawa|=|=|=|=|=|أوكيناوا|沖縄|冲绳/沖繩|Окинава
city:busan|KR|Busan|=|=|=|=|=|بوسان|釜山|釜山|Пусан
city:pyeongchang|KR|Pyeongchang|=|=|=|=|=|بيونغ تشانغ|平昌|平昌|Пхёнчхан
city:yongbyon|KP|Yongbyon|=|=|=|=|=|يونغبيون|寧辺|宁边|Йонбён
city:hanoi|VN|Hanoi|=|Hanoï|Hanoi|Hanói|Hanói|هانوي|ハノイ|河内/河內|Ханой
city:da-nang|VN|Da Nang|=|=|=|=|=|دا نانغ|ダナン|岘港|Дананг
city:aceh|ID|Aceh|=|=|=|=|Achém|آتشيه|アチェ|亚齐|Ачех
city:bali|ID|Bali|=|=|=|=|=|جزيرة بالي|バリ島|巴厘岛/峇里島|Бали
city:marawi|PH|Marawi|=|=|=|=|=|مراوي|マラウィ市|马拉维市|Марави
region:mindanao|PH|Mindanao|=|=|=|=|=|مينداناو|ミンダナオ|棉兰老岛|Минданао
city:canberra|AU|Canberra|=|=|=|=|Camberra/Canberra|كانبرا|キャンベラ|堪培拉/坎培拉|Канберра
city:wellington|NZ|Wellington|=|=|=|=|=|ويلينغتون|ウェリントン|惠灵顿/威靈頓|Веллингтон
city:christchurch|NZ|Christchurch|=|=|=|=|=|كرايستشيرش|クライストチャーチ|克赖斯特彻奇/基督城|Крайстчерч
city:washington|US|Washington|=|=|=|=|=|واشنطن|ワシントン|华盛顿/華盛頓|Вашингтон
city:boston|US|Boston|=|=|=|=|=|بوسطن|ボストン|波士顿/波士頓|Бостон
city:philadelphia|US|Philadelphia|=|Philadelphie|Filadelfia|Filadelfia|Filadélfia|فيلادلفيا|フィラデルフィア|费城/費城|Филадельфия
city:san-francisco|US|San Francisco|=|=|=|=|São Francisco|سان فرانسيسكو|サンフランシスコ|旧金山/三藩市/舊金山|Сан-Франциско
city:houston|US|Houston|=|=|=|=|=|هيوستن|ヒューストン|休斯敦/休斯頓|Хьюстон
city:dallas|US|Dallas|=|=|=|=|=|دالاس|ダラス|达拉斯/達拉斯|Даллас
city:atlanta|US|Atlanta|=|=|=|=|=|أتلانتا|アトランタ|亚特兰大/亞特蘭大|Атланта
city:miami|US|Miami|=|=|=|=|=|ميامي|マイアミ|迈阿密/邁阿密|Майами
city:las-vegas|US|Las Vegas|=|=|=|=|=|لاس فيغاس|ラスベガス|拉斯维加斯|Лас-Вегас
city:seattle|US|Seattle|=|=|=|=|=|سياتل|シアトル|西雅图/西雅圖|Сиэтл
city:new-orleans|US|New Orleans|=|La Nouvelle-Orléans|New Orleans|Nueva Orleans|Nova Orleans|نيو أورلينز|ニューオーリンズ|新奥尔良|Новый Орлеан
city:minneapolis|US|Minneapolis|=|=|=|=|=|مينيابوليس|ミネアポリス|明尼阿波利斯|Миннеаполис
city:pittsburgh|US|Pittsburgh|=|=|=|=|=|بيتسبرغ|ピッツバーグ|匹兹堡|Питтсбург
city:baltimore|US|Baltimore|=|=|=|=|=|بالتيمور|ボルチモア|巴尔的摩|Балтимор
city:guantanamo|CU|Guantanamo|=|=|=|Guantánamo|Guantánamo|غوانتانامو|グアンタナモ|关塔那摩/關塔那摩|Гуантанамо
region:california|US|California|Kalifornien|Californie|California|California|Califórnia|كاليفورنيا|カリフォルニア|加利福尼亚/加州|Калифорния
region:texas|US|Texas|=|=|=|Texas|=|تكساس|テキサス|得克萨斯/德克萨斯/得州/德州|Техас
region:florida|US|Florida|=|Floride|Florida|Florida|Flórida|فلوريدا|フロリダ|佛罗里达|Флорида
region:hawaii|US|Hawaii|=|Hawaï|Hawaii|Hawái|Havaí/Havai|هاواي|ハワイ|夏威夷|Гавайи
region:alaska|US|Alaska|=|=|=|=|=|ألاسكا|アラスカ|阿拉斯加|Аляска
city:montreal|CA|Montreal|=|Montréal|Montreal|Montreal|Montreal|مونتريال|モントリオール|蒙特利尔/蒙特婁|Монреаль
city:ottawa|CA|Ottawa|=|=|=|=|=|أوتاوا|オタワ|渥太华/渥太華|Оттава
region:quebec|CA|Quebec|=|Québec|Québec|Quebec|Quebec|كيبيك|ケベック|魁北克|Квебек
city:rio|BR|Rio de Janeiro|=|=|=|Río de Janeiro|Rio de Janeiro|ريو دي جانيرو|リオデジャネイロ|里约热内卢/里約熱內盧|Рио-де-Жанейро
city:brasilia|BR|Brasilia|=|=|=|=|Brasília|برازيليا|ブラジリア|巴西利亚/巴西利亞|Бразилиа
city:cali|CO|Cali|=|=|=|=|=|كالي الكولومبية|カリ市|卡利|Кали колумбийский
city:medellin|CO|Medellín/Medellin|Medellín|=|=|=|=|ميديلين|メデジン|麦德林|Медельин
city:quito|EC|Quito|=|=|=|=|=|كيتو|キト|基多|Кито
city:cuzco|PE|Cuzco/Cusco|=|=|=|=|=|كوسكو|クスコ|库斯科|Куско
city:valparaiso|CL|Valparaiso/Valparaíso|=|=|=|Valparaíso|=|فالبارايسو|バルパライソ|瓦尔帕莱索|Вальпараисо
city:concepcion|CL|Concepción|=|=|=|=|=|كونسبسيون|コンセプシオン|康塞普西翁|Консепсьон
city:alexandria|EG|Alexandria|=|Alexandrie|Alessandria d'Egitto|Alejandría|Alexandria|الإسكندرية|アレクサンドリア|亚历山大港/亞歷山大港|Александрия
city:sharm-el-sheikh|EG|Sharm el-Sheikh/Sharm El Sheikh|Scharm el-Scheich|Charm el-Cheikh|Sharm el-Sheikh|Sharm el Sheij|Sharm el-Sheikh|شرم الشيخ|シャルムエルシェイク|沙姆沙伊赫|Шарм-эш-Шейх
city:luxor|EG|Luxor|=|Louxor|Luxor|Lúxor|Luxor|الأقصر|ルクソール|卢克索|Луксор
region:sinai|EG|Sinai|=|Sinaï|Sinai|Sinaí|Sinai|سيناء|シナイ半島|西奈|Синай
city:benghazi|LY|Benghazi|Bengasi|Benghazi|Bengasi|Bengasi|Bengazi|بنغازي|ベンガジ|班加西|Бенгази
city:misrata|LY|Misrata|=|=|Misurata|Misrata|Misrata|مصراتة|ミスラタ|米苏拉塔|Мисурата
city:sirte|LY|Sirte|=|Syrte|Sirte|Sirte|Sirte|سرت|シルト|苏尔特|Сирт
city:derna|LY|Derna|=|=|=|=|=|درنة|デルナ|德尔纳|Дерна
city:rabat|MA|Rabat|=|=|=|=|=|الرباط|ラバト|拉巴特|Рабат
city:marrakesh|MA|Marrakesh/Marrakech|Marrakesch|Marrakech|Marrakech|Marrakech|Marraquexe|مراكش|マラケシュ|马拉喀什|Марракеш
city:abuja|NG|Abuja|=|=|=|=|=|أبوجا|アブジャ|阿布贾|Абуджа
city:maiduguri|NG|Maiduguri|=|=|=|=|=|مايدوغوري|マイドゥグリ|迈杜古里|Майдугури
city:chibok|NG|Chibok|=|=|=|=|=|شيبوك|チボク|奇博克|Чибок
city:timbuktu|ML|Timbuktu|=|Tombouctou|Timbuctù|Tombuctú|Tombuctu|تمبكتو|トンブクトゥ|廷巴克图|Тимбукту
city:gao|ML|Gao|=|=|=|=|=|غاو|ガオ市|加奥|Гао
city:yamoussoukro|CI|Yamoussoukro|=|=|=|Yamusukro|=|ياموسوكرو|ヤムスクロ|亚穆苏克罗|Ямусукро
city:goma|CD|Goma|=|=|=|=|=|غوما|ゴマ市|戈马|Гома
city:bukavu|CD|Bukavu|=|=|=|=|=|بوكافو|ブカブ|布卡武|Букаву
city:kisangani|CD|Kisangani|=|=|=|=|=|كيسانغاني|キサンガニ|基桑加尼|Кисангани
city:al-fashir|SD|El Fasher/Al-Fashir|El Fascher|El-Facher|El Fasher|El Fasher|El Fasher|الفاشر|ファシェル|法希尔|Эль-Фашир
city:omdurman|SD|Omdurman|=|Omdourman|=|=|=|أم درمان|オムドゥルマン|恩图曼|Омдурман
region:darfur|SD|Darfur|=|Darfour|Darfur|Darfur|Darfur|دارفور|ダルフール|达尔富尔/達爾富爾|Дарфур
city:mekelle|ET|Mekelle|=|Mekele/Mekelle|Macallè|Mekele|Mekele|ميكيلي|メケレ|默克莱|Мэкэле
region:tigray|ET|Tigray|=|Tigré|Tigrè/Tigray|Tigray|Tigré|تيغراي|ティグレ|提格雷|Тыграй
city:hargeisa|SO|Hargeisa|=|=|=|=|=|هرجيسا|ハルゲイサ|哈尔格萨|Харгейса
region:somaliland|SO|Somaliland|=|=|=|Somalilandia|Somalilândia|أرض الصومال|ソマリランド|索马里兰|Сомалиленд
city:mombasa|KE|Mombasa|=|=|=|=|Mombaça|مومباسا|モンバサ|蒙巴萨|Момбаса
city:garissa|KE|Garissa|=|=|=|=|=|غاريسا|ガリッサ|加里萨|Гарисса
city:dodoma|TZ|Dodoma|=|=|=|=|=|دودوما|ドドマ|多多马|Додома
city:arusha|TZ|Arusha|=|=|=|=|=|أروشا|アルーシャ|阿鲁沙|Аруша
region:zanzibar|TZ|Zanzibar|Sansibar|Zanzibar|Zanzibar|Zanzíbar|Zanzibar|زنجبار|ザンジバル|桑给巴尔|Занзибар
city:pretoria|ZA|Pretoria|=|=|=|=|Pretória|بريتوريا|プレトリア|比勒陀利亚/普利托利亞|Претория
city:cape-town|ZA|Cape Town|Kapstadt|Le Cap|Città del Capo|Ciudad del Cabo|Cidade do Cabo|كيب تاون|ケープタウン|开普敦/開普敦|Кейптаун
city:durban|ZA|Durban|=|=|=|=|=|ديربان|ダーバン|德班|Дурбан
city:soweto|ZA|Soweto|=|=|=|=|=|سويتو|ソウェト|索韦托|Соуэто
city:astana|KZ|Astana/Nur-Sultan|Astana/Nur-Sultan|Astana|Astana|Astaná|Astana|أستانا|アスタナ|阿斯塔纳/努尔苏丹|Астана/Нур-Султан
city:osh|KG|Osh|Osch|Och|Osh|Osh|Osh|أوش|オシ|奥什|Ош
city:andijan|UZ|Andijan|Andischan|Andijan|Andijan|Andiyán|Andijan|أنديجان|アンディジャン|安集延|Андижан
city:baikonur|KZ|Baikonur|=|Baïkonour|=|Baikonur|Baikonur|بايكونور|バイコヌール|拜科努尔|Байконур
region:cabinda|AO|Cabinda|=|=|=|=|=|كابيندا|カビンダ|卡宾达|Кабинда
region:sahel|-|Sahel|Sahelzone|Sahel|=|=|=|الساحل الأفريقي|サヘル|萨赫勒|Сахель
region:hormuz|-|Strait of Hormuz|Straße von Hormus/Strasse von Hormus|détroit d'Ormuz|stretto di Hormuz|estrecho de Ormuz|estreito de Ormuz|مضيق هرمز|ホルムズ海峡|霍尔木兹海峡|Ормузский пролив
"""  # noqa: E501 - a place is a line
