#!/usr/bin/env python3
"""Makes surname.tsv, given.tsv and latin_given.tsv in this directory.

Inputs (not committed; both packages are under the MIT licence):

  pip download --no-deps --no-binary :none: Faker        # a wheel, i.e. a zip; made with 40.54.0
  pip download --no-deps ngender==0.1.1                  # a tar.gz
  unzip -d IN/faker Faker-*.whl ; tar -C IN -xzf ngender-0.1.1.tar.gz

  python3 make_name.py IN/faker IN/ngender-0.1.1/ngender/charfreq.csv

Faker:    faker/providers/person/zh_CN/__init__.py, `last_names`: about 400 surnames with their share of the
          population in per cent (Faker takes them from a public ranking of Chinese surnames). Faker counts
          the simplified twins (肖/萧, 阎/闫 ...) once; surname_rare.tsv gives them a row of their own.
          faker/providers/person/<locale>/__init__.py, `first_names`: given names in Latin letters.
ngender:  ngender/charfreq.csv, `char,male,female`: how often a character occurs in given names, as counted
          by ngender's author (single characters and sums only, no names). Its README says that the counts come
          from a register of some 20 million people that circulated on the net; only these sums are used.
By hand:  surname_rare.tsv (rows there override Faker's), MORE_GIVEN and NOT_GIVEN below.
"""
import csv
import importlib.util
import pathlib
import re
import sys
import types
import unicodedata

HERE = pathlib.Path(__file__).resolve().parent

# Locales of Faker whose given names are written in Latin letters.
LOCALES = """en_US en_GB en_IN en_NZ de_DE fr_FR es_ES it_IT nl_NL sv_SE no_NO da_DK fi_FI pl_PL pt_BR ro_RO
hu_HU cs_CZ hr_HR""".split()

# Given names Faker lacks: East Asian ones as romanised, Indian, Arabic, Slavic, short forms.
MORE_GIVEN = """
Wei Jun Jing Ming Li Lei Yang Xiao Xin Yan Ying Yu Hui Hong Feng Fei Gang Guo Hao Jian Jie Kai Lin Ling Mei Min
Ning Peng Ping Qi Qiang Qing Rui Shan Tao Ting Wen Xia Xiang Xue Yi Yong Yuan Yun Zhen Zhi Bin Bo Chao Chen Cheng
Chun Dan Dong Fang Hai Han Heng Hua Huan Jia Jiahui Jianfeng Jianhua Jianwei Jingyi Junjie Kun Lan Liang Long
Meng Mingming Na Nan Qian Ran Rong Shen Sheng Shengjia Shuchao Shu Si Song Tian Tianhao Wenjun Xiaofeng Xiaohua
Xiaolong Xiaoming Xinyi Xuan Yalin Yifan Yiming Yuanzhi Yue Yuxin Zhe Zheng Zhifeng Zhihua Zhong Zihan Zeyuan
Hongyu Hongxia Ruoming Jiantao Liangliang Banghua Huiwen Bingsheng Zhengdong Guoqiang Haifeng Haitao Dapeng Daniu
Chiahua Chihung Chunming Hsin Hsiao Kuo Mengchi Shih Tzu Wai Ka Kwok Siu Chi Chih Ching Hsiang Kin Man Ho Yat Wing
Akira Aiko Akihiro Akio Asami Ayaka Ayumi Chie Daichi Daiki Daisuke Eiji Emi Fumio Hajime Haruka Haruki Haruto
Hideaki Hideki Hideo Hiro Hiroaki Hiroki Hiroko Hiroshi Hiroto Hisashi Ichiro Isamu Jiro Junichi Junko Kaito Kaori
Katsuhiko Kazuhiko Kazuhiro Kazuki Kazuo Kazuya Keiichi Keiji Keiko Keisuke Kenichi Kenji Kenta Kenzo Kiyoshi Koichi
Koji Kosuke Makoto Mamoru Manabu Mariko Masaaki Masahiko Masahiro Masaki Masako Masami Masao Masaru Masashi Masato
Masayoshi Masayuki Michiko Midori Mitsuo Mitsuru Miyuki Naoki Naoko Naoto Natsuki Noboru Nobuo Nobuyuki Noriko Osamu
Ryo Ryota Ryuichi Sachiko Satoru Satoshi Seiji Shigeo Shigeru Shin Shinichi Shinji Shinya Shinzo Shohei Shota Shuji
Shunsuke Sota Susumu Tadashi Takahiro Takashi Takayuki Takeo Takeshi Takuma Takumi Takuya Tatsuya Tetsuo Tetsuya
Tomohiro Tomoko Toru Toshiaki Toshihiro Toshio Tsuyoshi Yasuhiro Yasuo Yoichi Yoko Yoshiaki Yoshihiro Yoshiko
Yoshio Yosuke Yuichi Yuji Yuki Yukiko Yukio Yumi Yumiko Yusuke Yuta Yutaka
Jae Jaehyun Jihoon Jinwoo Jisoo Jiwon Joon Minho Minji Minjun Sanghoon Seojun Seong Seung Seungwoo Soo Sooyoung
Sung Sungmin Tae Woojin Yeon Yuna Hyun Hyunwoo Kyung Myung Eun Young-min
Aditya Ajay Ajit Akash Akshay Alok Amit Amrita Anand Ananya Anil Anita Anjali Ankit Anupam Anuradha Anurag Aparna
Aravind Arjun Arun Arvind Ashish Ashok Ashwin Ashwini Atul Ayush Balaji Bhavesh Chandra Chetan Deepa Deepak Deepika
Deepti Dev Dhiraj Dilip Dinesh Divya Gaurav Gautam Geeta Girish Gopal Govind Harish Harsh Hemant Indra Jagdish
Jasgurpreet Jayant Jitendra Kamal Karthik Kavita Kiran Kishore Krishna Kunal Lakshmi Lalit Madhav Mahesh Manish
Manoj Meera Mohan Mohit Mukesh Nandan Narayan Naren Naresh Narendra Navin Neel Neema Neeraj Neha Nikesh Nikhil Nilesh
Niki Nitin Nivedita Padma Pankaj Parag Pavan Piyush Pooja Prabhakar Pradeep Prakash Pramod Pranav Prasad Prashant
Pratik Praveen Preeti Prem Priya Priyanka Rahul Raj Raja Rajan Rajeev Rajesh Rajiv Rakesh Ramesh Ranjit Rashmi Ravi
Ritu Rohan Rohit Sachin Sahil Sameer Sandeep Sangeeta Sanjay Sanjeev Sanjit Santosh Satish Satya Satyam Saurabh Shailesh
Shankar Shantanu Shekhar Shivani Shreya Shruti Shyam Siddharth Sneha Soham Sonia Sridhar Srinivas Subbu Subramanian Sudeep
Sudhir Suhail Sumit Sundar Sunil Suresh Surya Sushma Swati Tarun Trapit Tushar Uday Uma Umesh Usha Varun Venkat Vidya
Vijay Vijaya Vikas Vikram Vinay Vineet Vinod Vipin Viraj Vishal Vivek Yash Yogesh Kaushik Karan Aman Abhishek Amar
Ahmed Ahmad Aisha Ali Amina Amir Amira Anwar Aziz Bashir Bilal Dina Faisal Farah Farid Farouk Fatima Fatma Ghassan
Habib Hadi Hala Hamad Hamid Hamza Hani Hasan Hassan Hussein Huda Ibrahim Imad Emad Emaan Ismail Jamal Jamil Javad Kamil
Karim Khaled Khalid Khalil Laila Layla Leila Mahmoud Majid Malik Mansour Marwan Maryam Mehdi Mehmet Mohamed Mohammad
Mohammed Mona Mostafa Mourad Muhammad Murad Musa Mustafa Nabil Nadia Nadir Naima Nasser Noor Omar Osama Othman Rania
Rashid Reza Rima Saad Sabih Sadiq Saeed Said Salah Salim Salman Sami Samir Samira Sara Sayed Shadi Sharif Suleiman
Tariq Talal Walid Waleed Yahya Yasmin Yasser Yousef Youssef Yusuf Zahra Zainab Ziad Hany Amr Ehab Mishaal
Andrej Andrei Andrey Aleksander Aleksandr Aleksei Alexei Alexandr Anatoly Arkady Artem Boris Bogdan Dmitri Dmitry Evgeny
Fyodor Gennady Grigory Igor Ilya Irina Ivan Kirill Konstantin Leonid Lev Ludmila Maksim Maxim Mikhail Mira Misha
Nadezhda Natalia Natasha Nikita Nikolai Oksana Oleg Olga Olena Pavel Pyotr Roman Ruslan Semyon Serge Sergei Sergey Stanislav
Svetlana Tatiana Timur Vadim Valery Vasily Viktor Vitalik Vitaly Vladimir Vladislav Volodymyr Vyacheslav Wojciech
Yakov Yana Yegor Yevgeny Yulia Yuri Yury Zoya Jakub Lukasz Szymon Mateusz Piotr Tomasz Pawel Marcin Maciej Krzysztof
Agnieszka Ewa Katarzyna Malgorzata Aleksandra Zbigniew
Andy Al Alec Art Barney Barret Bart Becky Ben Bert Beth Bill Billy Bob Bobby Brad Bret Brett Bud Chad Charlie
Chip Chris Christa Christy Chuck Cliff Clint Curt Cyrus Dan Danny Dario Dave Deb Debbie Demis Denny Diederik Dirk Doug Drew
Dwight Ed Eddie Eddy Eli Elon Emad Ethan Fei-Fei Finn Florian Frans Fred Freddie Gabe Gary Gene Geoff Geoffrey Giuseppe Greg
Guido Gus Hans Hank Hans-Peter Harold Harry Hartmut Herb Herbert Holger Howie Hugh Hugo Ian Ilana Ivo Jack Jackie Jake
Jamie Jan Jared Jeff Jen Jenny Jens Jensen Jerome Jerry Jess Jim Jimmy Joachim Jochen Joe Joel Joerg Joey Johan Johannes
Johny Jon Jony Josh Juergen Juha Jurgen Kai-Fu Kate Katie Kelly Ken Kenny Kent Kim Kirk Klaas Klaus Koray Kris Kurt Lars
Larry Lars Leo Lex Lilian Linus Lip-Bu Lisa Liz Lou Luca Lucas Luis Lukas Magnus Manuel Marc Marco Marcus Marissa Mark
Markus Mats Matt Max Meg Mel Melina Mick Mike Miles Milos Mitch Moritz Mustafa Nat Nate Ned Nick Nico Niklas Nils Noam
Ola Olaf Olav Oliver Olivier Ollie Oriol Oscar Otto Pam Pat Patty Peggy Pete Phil Pierre Pieter Ralf Randy Ray Reed
Reid Rick Rob Robin Rod Ron Ronnie Rory Ruth Sal Sally Sam Sandy Satya Scott Sean Sebastien Sheryl Shane Sheila Sid
Silvio Simon Sindhu Soren Stan Stefan Steffen Stella Steve Stu Sue Sven Tammy Tasha Ted Teri Terry Theo Thierry Thorsten Tim
Timo Tobi Tobias Todd Tom Tommy Toni Tony Torsten Tyler Uli Ulrich Uri Urs Uwe Vic Vince Werner Wes Wilhelm Will Wolfgang Yann
Yoav Yoshua Zach Zachary Zack Zico Zvi Amnon Avi Ayelet Dov Eyal Gal Gil Gilad Guy Hila Itai Lior Moshe Nir Noa Ofer
Omer Oren Ron Roy Shai Shimon Shlomo Tal Tamar Tomer Udi Yair Yael Yaron Yehuda Yossi Ziv
Abiodun Adewale Amara Chidi Chinedu Emeka Folake Kofi Kwame Ngozi Nkechi Obi Ola Olumide Oluwaseun Sipho Tendai Thabo
Bayu Budi Dewi Joko Putri Rizky Sri Wahyu Anh Bao Binh Duc Dung Hang Hanh Hoa Hoang Hung Huong Khanh Lan Linh Minh Nam
Nga Ngoc Nguyen Phuong Quang Quoc Son Thanh Thao Thi Thu Thuy Trang Trung Tuan Tung Viet Somchai Somsak Apichai
Eamon Aoife Ciara Cillian Conor Declan Deirdre Eoin Fiona Kieran Liam Maeve Niamh Niall Oisin Padraig Roisin Ronan
Saoirse Seamus Siobhan Sinead
""".split()

# Names that are far more often another word in business news (companies, products, places, months, plain words).
NOT_GIVEN = set("""
Ace Air An Angel April Apple Asia Atlas August Autumn Bear Berlin Big Blue Boston Brave Bright Brooklyn Buck
Canon Chance Charity Chase Chelsea China Christmas Dakota Dallas Day Dawn Dear Denver Destiny Diamond Dream
Echo Eden Elite English Essence Ever Fortune Fox Free Friend General Gold Golden Grand Haven Heaven Honda Honor
In India Infant Intel Israel Italia Ivory January Jazz Jersey Journey July June Just Justice King Lake
Legend Liberty Life Light Lion London Lord Love Loyal Lucky Magic Major Malaysia March Mars Marvel Master May
Mercedes Mercy Messiah Micro Miracle Montana Moon Moses Mount Nevada New North Nova Novel Ocean Olympia One Orion Pair
Paris Patience Peace Phoenix Pilot Pink Polo Power Precious Premier Prime Prince Princess Promise Prosper Queen Rain Rebel Red
River Rich Rocky Sage Saint Salem Savannah Season Senior September Serenity Silver Sincere Sky Skye Snow Son Spring Star Stone
Storm Story Street Success Summer Sun Sunrise Sunshine Sydney Talent Tesla Texas Thor Tiger Tower Treasure Trinity
True Trust Union Unity Universe Van Velvet Vienna Violet Virginia Wales West Whisper Wind Winner Winter Wolf Wonder World
Young Zion Ai Ad As At By De Del Der Di Do El For He Him His If It La Le Me My No Of On Or Oh Re So The To Up Us We You
Data Mini Sony Max Mac Mate Vision Gemini Claude Siri Alexa Cortana Bing Copilot Java Ruby Swift
America Apollo Art Aurora Forum German Ion Janus Junior Line Long Meta Neo Osmo Said Urban Viva Elastic
Kafka Oracle Sierra Ventura Arc Edge Case Nest Ring Dell Ford Lincoln Bentley Royce Porsche Ferrari Kia Mazda
""".split())

FIRST_ROWS = {
    "surname.tsv": """# surname	frequency (people per 100,000; rows of 1 to 2 are estimates)
# e.g. 王	7170
# Made by make_name.py from Faker's zh_CN surname weights (MIT) and surname_rare.tsv. Do not edit by hand.
""",
    "given.tsv": """# character	frequency (per 1,000,000 characters of given names, male and female together; 1 = 1 or less)
# e.g. 明	13786
# Made by make_name.py from ngender 0.1.1 charfreq.csv (MIT, Copyright (c) 2015 Jingchao Hu). Do not edit by hand.
""",
    "latin_given.tsv": """# given name in Latin letters (ASCII, accents removed beside the accented form where that occurs)
# e.g. John
# Made by make_name.py from Faker's first-name lists (MIT) and lists by hand in that script. Do not edit by hand.
""",
}


def provider(root, locale):
    """The Provider class of one locale, without installing Faker (its base classes are replaced by stubs)."""
    base = type("Provider", (), {})
    for name in ("fk", "fk.en"):
        sys.modules[name] = types.ModuleType(name)
        sys.modules[name].Provider = base
        sys.modules[name].__path__ = []
    path = pathlib.Path(root) / "faker/providers/person" / locale / "__init__.py"
    text = re.sub(r"^from \.\.[a-zA-Z_. ]* import Provider", "from fk import Provider",
                  path.read_text("utf-8"), flags=re.M)
    text = re.sub(r"^from \.\. import Provider", "from fk import Provider", text, flags=re.M)
    scope = {"__name__": "m"}
    exec(compile(text, locale, "exec"), scope)  # a data module of the downloaded package
    return scope["Provider"]


def rows(path):
    for line in path.read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line.split("\t")


def write(name, lines):
    (HERE / name).write_text(FIRST_ROWS[name] + "".join(line + "\n" for line in lines), "utf-8")
    print(name, len(lines))


def main(faker, charfreq):
    # surnames
    freq = {k: max(1, round(v * 1000)) for k, v in provider(faker, "zh_CN").last_names.items()}
    for name, f in rows(HERE / "surname_rare.tsv"):
        freq[name] = int(f)
    write("surname.tsv", [f"{k}\t{v}" for k, v in sorted(freq.items(), key=lambda kv: (-kv[1], kv[0]))])
    print("  single", sum(len(k) == 1 for k in freq), "compound", sum(len(k) > 1 for k in freq))

    # characters of given names
    with open(charfreq, encoding="utf-8", newline="") as f:
        table = {r["char"]: int(r["male"]) + int(r["female"]) for r in csv.DictReader(f)}
    total = sum(table.values())
    per = {c: n * 1e6 / total for c, n in table.items() if len(c) == 1 and n >= 10}
    write("given.tsv", [f"{c}\t{max(1, round(v))}" for c, v in sorted(per.items(), key=lambda kv: (-kv[1], kv[0]))])

    # Latin given names
    names = set(MORE_GIVEN)
    for locale in LOCALES:
        for n in provider(faker, locale).first_names:
            if re.fullmatch(r"[A-Z][a-zà-öø-ÿĀ-ſ]+(-[A-Z][a-zà-öø-ÿĀ-ſ]+)?", n) and len(n) > 1:
                names.add(n)
                plain = "".join(c for c in unicodedata.normalize("NFD", n) if not unicodedata.combining(c))
                plain = plain.translate(str.maketrans({"ł": "l", "ø": "o", "đ": "d", "ß": "ss", "æ": "ae", "Ø": "O"}))
                if plain.isascii():
                    names.add(plain)
    write("latin_given.tsv", sorted(names - NOT_GIVEN))


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(sys.argv[1], sys.argv[2])
